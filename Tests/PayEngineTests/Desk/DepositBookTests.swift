import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct DepositBookTests {
    private static let intent = Order.Intent(
        fee: SampleTill.fee, platform: .wechat, base: SampleTill.first.text, staffID: "1206",
        maskedCode: SampleTill.wechatCode.masked, codeDigest: "d1", body: "押金", remark: nil, reference: "101")

    private func book(_ events: DepositEvent...) throws -> DepositBook {
        var book = DepositBook()
        for (index, event) in events.enumerated() {
            try book.take(SampleRecord.made(event, number: Int64(index + 2), uptime: .seconds(index)))
        }
        return book
    }

    @Test func anIntentIsAnOpenQuestion() throws {
        let book = try book(.intended(Self.intent))
        let deposit = try #require(book[SampleTill.number])
        #expect(deposit.outcome == .unknown && deposit.reason == .inProgress && deposit.isOpen)
        #expect(deposit.fee == SampleTill.fee && deposit.reference == "101" && deposit.staffID == "1206")
        #expect(book.openQuestions == [DepositOrder(deposit)] && book.all == [deposit])
    }

    @Test func aSettledOneIsNotOpen() throws {
        var telling = OutcomeReport(.done, .held)
        telling.platformNumber = "4200"
        let book = try book(.intended(Self.intent), .told(telling))
        let deposit = try #require(book[SampleTill.number])
        #expect(deposit.outcome == .done && deposit.record == "0123456789abcdef")
        #expect(book.openQuestions.isEmpty)
        #expect(deposit.platformNumber == "4200")
    }

    @Test func aClosedOneIsNotOpenButMayBeSettledLater() throws {
        let closed = try book(.intended(Self.intent), .closed(staffID: "1", reason: "r", order: nil))
        #expect(closed.openQuestions.isEmpty && closed[SampleTill.number]?.outcome == .unknown)
        let late = try book(
            .intended(Self.intent), .closed(staffID: "1", reason: "r", order: nil), .told(.init(.done, .held)))
        #expect(late[SampleTill.number]?.isLateSuccess == true)
    }

    @Test func sendingsCountFromTheLatestOne() throws {
        let moved = DepositEvent.told(.init(.unknown, .nextBase("x"), base: SampleTill.second.text))
        #expect(try book(.intended(Self.intent))[SampleTill.number]?.freeze.sending?.uptime == .zero)
        #expect(try book(.intended(Self.intent), moved)[SampleTill.number]?.freeze.sending?.uptime == .seconds(1))
        let again = try book(.intended(Self.intent), .told(.init(.unknown, .notThereYet)), .sendingAgain(base: "b"))
        #expect(again[SampleTill.number]?.freeze.sending?.uptime == .seconds(2))
        #expect(again[SampleTill.number]?.freeze.wasSentAgain == true)
    }

    @Test func aCodeIsKnownForADay() throws {
        let start = Timestamp(milliseconds: 1_795_239_487_002)
        func known(_ outcome: Outcome, after hours: Int64) throws -> Bool {
            let book = try book(.intended(Self.intent), .told(.init(outcome, Reason.unexplained(outcome))))
            let moment = Timestamp(milliseconds: start.milliseconds + hours * 3_600_000)
            return book.depositWithCode(digest: "d1", before: moment) != nil
        }
        for outcome in Outcome.allCases {
            #expect(try known(outcome, after: 23) == (outcome != .notSent))
            #expect(try known(outcome, after: -100) == (outcome != .notSent), "the clock was set back")
            #expect(try !known(outcome, after: 24))
        }
        #expect(try book(.intended(Self.intent)).depositWithCode(digest: "d2", before: start) == nil)
    }

    @Test func linesOfAnotherKindChangeNothing() throws {
        var book = try book(.intended(Self.intent))
        let before = book.all
        try book.take(SampleRecord.made(event: "segment", "{\"v\":1}", order: nil))
        try book.take(SampleRecord.made(event: "refund.intent", "{\"fee\":1}"))
        #expect(book.all == before)
    }

    @Test func anEventWithoutAnOrderIsAnError() {
        var book = DepositBook()
        for order in [nil, "", "a b"] {
            #expect(throws: DepositBookError.self) {
                try book.take(SampleRecord.made(event: "freeze.frozen", "{}", order: order))
            }
        }
    }

    @Test func eventsOfAnOrderThatIsNotThereChangeNothing() throws {
        let book = try book(
            .told(.init(.done, .held)), .sendingAgain(base: "b"), .closed(staffID: nil, reason: "r", order: nil))
        #expect(book.all.isEmpty && book.openQuestions.isEmpty)
    }
}
