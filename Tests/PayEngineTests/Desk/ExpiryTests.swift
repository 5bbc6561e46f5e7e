import Synchronization
import TestSupport
import Testing

@testable import PayEngine

@Suite struct ExpiryTests {
    private static let day: Int64 = 24 * 60 * 60 * 1000

    /// Milliseconds since the freeze, and the days left of 30.
    private static let ages: [(Int64, Int)] = [
        (0, 30), (1, 30), (day - 1, 30), (day, 29), (27 * day - 1, 4), (27 * day, 3), (30 * day - 1, 1), (30 * day, 0),
        (30 * day + 1, 0), (31 * day, 0), (-day, 30), (-40 * day, 30), (400 * day, 0),
    ]

    @Test(arguments: ages)
    func aDayThatHasBegunCountsWholeAtTheEndOfTheLastNothingIsLeft(age: Int64, days: Int) {
        let deposit = SampleDeposit.made(.done)
        let now = Timestamp(milliseconds: deposit.startTime.milliseconds + age)
        #expect(deposit.daysLeft(at: now, holdDays: 30) == days)
    }

    /// The platform's own time comes before ours, which may have been wrong.
    @Test func daysCountFromTheFreeze() {
        var deposit = SampleDeposit.made(.done)
        let made = Timestamp(milliseconds: deposit.startTime.milliseconds - 40 * Self.day)
        deposit.createTime = made
        #expect(deposit.daysLeft(at: Timestamp(milliseconds: made.milliseconds + Self.day), holdDays: 30) == 29)
        #expect(deposit.daysLeft(at: deposit.startTime, holdDays: 30) == 0)
    }

    @Test func eachPlatformHasItsOwnDays() {
        var configuration = SampleTill.configuration(directory: "/nowhere", staff: [])
        configuration.deposit.wechatHoldDays = 30
        configuration.deposit.alipayHoldDays = 7
        #expect(configuration.holdDays(of: .wechat) == 30)
        #expect(configuration.holdDays(of: .alipay) == 7)
    }

    private final class Flag: Sendable {
        let value = Mutex(false)
    }

    /// A desk with a frozen deposit at a gateway whose clock is ahead of ours by so much, as a ping says.
    private func desk(ahead: Int64, isOver: Flag = Flag()) throws -> SampleDesk {
        try SampleDesk { call in
            guard call.interface == .queryFreezeOrder else { return .answer(SampleAnswer()) }
            var answer = SampleAnswer()
            answer.state = isOver.value.withLock { $0 } ? 5 : 2
            return .answer(answer)
        } ping: { clock in
            "{\"status\":0,\"timestamp\":\(clock.now.seconds + ahead)}"
        }
    }

    /// Three days before, not earlier, and for as long as it is held: by the gateway's clock, whatever ours says.
    @Test(arguments: [0, 40 * 86_400, -40 * 86_400] as [Int64])
    func theStartTellsOfDepositsThatEndSoon(ahead: Int64) async throws {
        let sample = try desk(ahead: ahead)
        _ = await sample.freeze()
        let start = try #require(await sample.desk.heldDeposits().first).startTime.milliseconds
        let ages: [(Int64, [StartNotice])] = [
            (Self.day, []), (27 * Self.day - 2000, []), (27 * Self.day + 2000, [.expiring(1)]),
            (40 * Self.day, [.expiring(1)]),
        ]
        for (age, notices) in ages {
            sample.clock.set(now: Timestamp(milliseconds: start + age - ahead * 1000))
            _ = await sample.desk.health()
            #expect(await sample.desk.startNotices() == notices)
        }
    }

    /// The date alone changes nothing: after a ping the gateway's clock runs on with the one that nobody sets.
    @Test func aDateThatIsMovedChangesNoDays() async throws {
        let sample = try desk(ahead: 0)
        _ = await sample.freeze()
        _ = await sample.desk.health()
        let before = await sample.desk.gatewayTime()
        #expect(before.isSure)
        sample.clock.set(now: Timestamp(milliseconds: sample.clock.now.milliseconds + 40 * Self.day))
        #expect(await sample.desk.gatewayTime() == before)
        #expect(await sample.desk.startNotices() == [])
    }

    /// Kept over a restart of the till, and over one of the machine as a difference that is not sure.
    @Test func theGatewaysClockIsKept() async throws {
        let sample = try desk(ahead: 5000)
        #expect(await !sample.desk.gatewayTime().isSure)
        _ = await sample.desk.health()
        let file = GatewayClockFile(journalDirectory: sample.directory)
        let kept = try #require(file.read())
        #expect(kept.time(by: sample.clock).isSure)
        #expect(abs(kept.time(by: sample.clock).now.seconds - sample.clock.now.seconds - 5000) <= 1)
        sample.clock.restart(boot: "another")
        let later = kept.time(by: sample.clock)
        #expect(!later.isSure)
        #expect(abs(later.now.seconds - sample.clock.now.seconds - 5000) <= 1)
    }

    /// Below a day the gateway is asked, and only its answer takes the deposit off the board.
    @Test func onlyTheGatewayTakesADepositOffTheBoard() async throws {
        let isOver = Flag()
        let sample = try desk(ahead: 0, isOver: isOver)
        _ = await sample.freeze()
        sample.clock.advance(by: .seconds(29 * 86_400 - 10))
        #expect(await sample.desk.heldDeposits().count == 1)
        #expect(sample.transport.requests(to: .queryFreezeOrder).isEmpty)
        sample.clock.advance(by: .seconds(40 * 86_400))
        #expect(await sample.desk.heldDeposits().count == 1)
        try await until { sample.transport.requests(to: .queryFreezeOrder).count == 1 }
        #expect(await sample.desk.heldDeposits().count == 1)
        isOver.value.withLock { $0 = true }
        sample.clock.advance(by: .seconds(601))
        _ = await sample.desk.heldDeposits()
        try await until { await sample.desk.heldDeposits().isEmpty }
    }

    /// A line without `created` counts from its `t` until the next query writes it.
    @Test func theNextQueryWritesWhenItWasMade() async throws {
        let sample = try SampleDesk { call in
            var answer = SampleAnswer()
            if call.interface == .queryFreezeOrder { answer.createTime = 1_795_000_000 }
            return .answer(answer)
        }
        guard case .settled(let deposit)? = await sample.freeze().last else {
            Issue.record("no deposit")
            return
        }
        #expect(deposit.deposit.createTime == nil)
        _ = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        _ = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        #expect(await sample.desk.heldDeposits().first?.createTime == Timestamp(seconds: 1_795_000_000))
        #expect(try sample.events == ["freeze.intent", "freeze.frozen", "freeze.frozen"])
        #expect(String(decoding: try sample.everything, as: UTF8.self).contains("\"created\":1795000000"))
    }

    private func until(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<2000 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("it does not come")
    }
}
