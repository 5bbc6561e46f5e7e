import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct DepositLedgerTests {
    private static let intent = Order.Intent(
        fee: SampleTill.fee, platform: .wechat, base: SampleTill.first.text, staffID: "1206",
        maskedCode: SampleTill.wechatCode.masked, codeDigest: "d1", body: "押金", remark: nil, reference: "101")

    private func ledger(_ events: DepositEvent...) throws -> DepositLedger {
        var ledger = DepositLedger()
        for (index, event) in events.enumerated() {
            try ledger.apply(SampleRecord.made(event, number: Int64(index + 2), uptime: .seconds(index)))
        }
        return ledger
    }

    @Test func anIntentIsAnOpenQuestion() throws {
        let ledger = try ledger(.intended(Self.intent))
        let deposit = try #require(ledger[SampleTill.number])
        #expect(deposit.outcome == .unknown && deposit.reason == .inProgress && deposit.isOpen)
        #expect(deposit.fee == SampleTill.fee && deposit.reference == "101" && deposit.staffID == "1206")
        #expect(ledger.openQuestions == [DepositOrder(deposit)] && ledger.all == [deposit])
    }

    @Test func aSettledOneIsNotOpen() throws {
        var telling = OutcomeReport(.done, .held)
        telling.platformNumber = "4200"
        let ledger = try ledger(.intended(Self.intent), .told(telling))
        let deposit = try #require(ledger[SampleTill.number])
        #expect(deposit.outcome == .done && deposit.record == "0123456789abcdef")
        #expect(ledger.openQuestions.isEmpty)
        #expect(deposit.platformNumber == "4200")
    }

    @Test func aClosedOneIsNotOpenButMayBeSettledLater() throws {
        let closed = try ledger(.intended(Self.intent), .closed(staffID: "1", reason: "r", order: nil))
        #expect(closed.openQuestions.isEmpty && closed[SampleTill.number]?.outcome == .unknown)
        let late = try ledger(
            .intended(Self.intent), .closed(staffID: "1", reason: "r", order: nil), .told(.init(.done, .held)))
        #expect(late[SampleTill.number]?.isLateSuccess == true)
    }

    @Test func sendingsCountFromTheLatestOne() throws {
        let moved = DepositEvent.told(.init(.unknown, .nextBase("x"), base: SampleTill.second.text))
        #expect(try ledger(.intended(Self.intent))[SampleTill.number]?.freeze.sending?.uptime == .zero)
        #expect(try ledger(.intended(Self.intent), moved)[SampleTill.number]?.freeze.sending?.uptime == .seconds(1))
        let again = try ledger(.intended(Self.intent), .told(.init(.unknown, .notThereYet)), .sendingAgain(base: "b"))
        #expect(again[SampleTill.number]?.freeze.sending?.uptime == .seconds(2))
        #expect(again[SampleTill.number]?.freeze.wasSentAgain == true)
    }

    @Test func aCodeIsKnownForADay() throws {
        let start = Timestamp(milliseconds: 1_795_239_487_002)
        func known(_ outcome: Outcome, after hours: Int64) throws -> Bool {
            let ledger = try ledger(.intended(Self.intent), .told(.init(outcome, Reason.unexplained(outcome))))
            let moment = Timestamp(milliseconds: start.milliseconds + hours * 3_600_000)
            return ledger.depositWithCode(digest: "d1", before: moment) != nil
        }
        for outcome in Outcome.allCases {
            #expect(try known(outcome, after: 23) == (outcome != .notSent))
            #expect(try known(outcome, after: -100) == (outcome != .notSent), "the clock was set back")
            #expect(try !known(outcome, after: 24))
        }
        #expect(try ledger(.intended(Self.intent)).depositWithCode(digest: "d2", before: start) == nil)
    }

    @Test func linesOfAnotherKindChangeNothing() throws {
        var ledger = try ledger(.intended(Self.intent))
        let before = ledger.all
        try ledger.apply(SampleRecord.made(event: "segment", "{\"v\":1}", order: nil))
        try ledger.apply(SampleRecord.made(event: "refund.intent", "{\"fee\":1}"))
        #expect(ledger.all == before)
    }

    @Test func anEventWithoutAnOrderIsAnError() {
        var ledger = DepositLedger()
        for order in [nil, "", "a b"] {
            #expect(throws: DepositLedgerError.self) {
                try ledger.apply(SampleRecord.made(event: "freeze.frozen", "{}", order: order))
            }
        }
    }

    @Test func eventsOfAnOrderThatIsNotThereChangeNothing() throws {
        let ledger = try ledger(
            .told(.init(.done, .held)), .sendingAgain(base: "b"), .closed(staffID: nil, reason: "r", order: nil))
        #expect(ledger.all.isEmpty && ledger.openQuestions.isEmpty)
    }
}
