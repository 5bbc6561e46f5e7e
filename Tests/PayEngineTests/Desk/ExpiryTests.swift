import Testing

@testable import PayEngine

@Suite struct ExpiryTests {
    private static let day: Int64 = 24 * 60 * 60 * 1000

    /// Milliseconds since the freeze, and the days left of 30.
    private static let ages: [(Int64, Int)] = [
        (0, 30), (1, 30), (day - 1, 30), (day, 29), (27 * day - 1, 4), (27 * day, 3), (30 * day - 1, 1), (30 * day, 0),
        (30 * day + 1, 0), (31 * day, -1), (-day, 31),
    ]

    @Test("A day that has begun counts whole; at the end of the last nothing is left", arguments: ages)
    func daysLeft(age: Int64, days: Int) {
        let deposit = SampleDeposit.made(.frozen)
        let now = Timestamp(milliseconds: deposit.startTime.milliseconds + age)
        #expect(deposit.daysLeft(at: now, holdDays: 30) == days)
    }

    @Test func eachPlatformHasItsOwnDays() {
        var configuration = SampleTill.configuration(directory: "/nowhere", staff: [])
        configuration.deposit.wechatHoldDays = 30
        configuration.deposit.alipayHoldDays = 7
        #expect(configuration.holdDays(of: .wechat) == 30)
        #expect(configuration.holdDays(of: .alipay) == 7)
    }

    /// Three days before, not earlier, and for as long as it is held.
    @Test func theStartTellsOfDepositsThatEndSoon() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        _ = await sample.freeze()
        let start = try #require(await sample.desk.heldDeposits().first).startTime.milliseconds
        let ages: [(Int64, [StartNotice])] = [
            (Self.day, []), (27 * Self.day - 1, []), (27 * Self.day, [.expiring(1)]), (40 * Self.day, [.expiring(1)]),
        ]
        for (age, notices) in ages {
            sample.clock.set(now: Timestamp(milliseconds: start + age))
            #expect(await sample.desk.startNotices() == notices)
        }
    }
}
