import PayEngine
import Testing

@testable import PosTUI

/// F9 where it moves money: hammering works, holding never does.
struct ConfirmKeyTests {
    /// The confirmation of a release, just come up.
    private func confirming() -> TestTill {
        var till = TestTill(staff: [])
        till.find(Sample.lookUp())
        till.press(.function(7), .enter)
        return till
    }

    /// F9 at these times, in milliseconds behind the confirmation.
    private func press(_ times: [Int64]) -> TestTill {
        var till = confirming()
        var now: Int64 = 0
        for time in times.sorted() {
            till.pass(milliseconds: time - now)
            till.hear(.key(.function(9)))
            now = time
        }
        for _ in 0..<20 { till.pass(milliseconds: 10) }
        return till
    }

    @Test(
        arguments: [250, 330, 500, 660])
    func aKeyThatIsHeldSinceBeforeOrFromTheFirstMomentNeverConfirms(delay: Int64) {
        for rate: Int64 in [25, 30, 33, 40] {
            for begin in stride(from: Int64(0), to: 700, by: 10) {
                let repeats = (0..<60).map { begin + delay + $0 * 1000 / rate }
                #expect(press([begin] + repeats).releases.isEmpty, "\(begin), \(delay), \(rate)")
            }
        }
    }

    @Test(arguments: [160, 200, 250, 400])
    func pressedAgainAndAgainItConfirmsOnce(pause: Int64) {
        for begin in stride(from: Int64(0), to: 700, by: 30) {
            #expect(press((0..<12).map { begin + $0 * pause }).releases.count == 1, "\(begin), \(pause)")
        }
    }

    @Test func tooEarlySaysSoAndDoesNotBeginTheTimeAnewEscTakesItBack() {
        var till = confirming()
        till.pass(milliseconds: 650)
        till.hear(.key(.function(9)))
        #expect(till.state.note == .confirmedTooEarly)
        till.pass(milliseconds: 160)
        till.hear(.key(.function(9)))
        till.pass(milliseconds: 80)
        #expect(till.releases.isEmpty)
        till.pass(milliseconds: 1)
        #expect(till.releases.count == 1)
        for key in [Key.escape, .character("1"), .function(2), .function(1)] {
            var other = confirming()
            other.pass(milliseconds: 800)
            other.hear(.key(.function(9)))
            other.pass(milliseconds: 50)
            other.hear(.key(key))
            other.pass(milliseconds: 500)
            #expect(other.releases.isEmpty, "\(key)")
        }
    }

    @Test func theStateAsksToBeWokenWhenF9Counts() {
        var till = confirming()
        till.pass(milliseconds: 800)
        till.hear(.key(.function(9)))
        #expect(till.state.wakeTime == till.state.now.uptime + 81)
    }

    @Test func neitherEnterNorAScanNorAPasteConfirms() {
        var till = confirming()
        till.press(.enter, .tab, .control("t"))
        till.scan(Sample.weChatCode)
        till.scan(Sample.number)
        till.hear(.paste("\u{1B}[20~"))
        till.pass(milliseconds: 2000)
        #expect(till.releases.isEmpty && till.state.context == .orderConfirmation)
    }
}
