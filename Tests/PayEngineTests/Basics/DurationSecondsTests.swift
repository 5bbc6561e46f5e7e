import Testing

@testable import PayEngine

@Suite struct DurationSecondsTests {
    @Test(arguments: [
        ("0", Duration.zero), ("5", .seconds(5)), ("2.5", .milliseconds(2500)), ("0.1", .milliseconds(100)),
        ("0.000000001", .nanoseconds(1)), ("999999.5", .seconds(999_999) + .milliseconds(500)),
    ])
    func readsExactly(text: String, duration: Duration) {
        #expect(Duration(seconds: text) == duration)
    }

    @Test(arguments: [
        "", ".", "5.", ".5", "-1", "+1", "1e3", "1e-05", "nan", "inf", "1.2.3", "1000000", "0.0000000001",
    ])
    func refusesAllElse(text: String) {
        #expect(Duration(seconds: text) == nil)
    }
}
