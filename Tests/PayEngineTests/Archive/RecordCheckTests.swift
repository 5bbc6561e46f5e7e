import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct RecordCheckTests {
    private func check(_ record: String, _ number: OrderNumber, _ journal: SampleJournal) throws -> RecordCheck {
        try RecordCheck(
            record: #require(RecordName(record)), order: number, directory: journal.path,
            check: JournalCheck(directory: journal.path, full: true))
    }

    private func record(of number: OrderNumber, _ journal: SampleJournal) throws -> String {
        let deposit = try #require(try DepositArchive(directory: journal.path).deposit(named: number.text))
        return try #require(deposit.record)
    }

    @Test func namesAreSpelledAsReceiptsPrintThem() {
        #expect(RecordName("1a2b3c4d5e6f7081") == RecordName("1A2B 3C4D 5e6f 7081"))
        for text in ["", "1a2b", "1a2b3c4d5e6f708g", "1a2b3c4d5e6f708", String(repeating: "0", count: 33)] {
            #expect(RecordName(text) == nil)
        }
    }

    @Test func aJournalThatAgrees() throws {
        let journal = try SampleJournal()
        for index in 0..<9 { try journal.freeze("A\(index)", .done) }
        let number = try journal.freeze("B", .waiting, .done, fee: 4200)
        let record = try record(of: number, journal)
        guard case .agrees(let found) = try check(record, number, journal) else {
            Issue.record("does not agree")
            return
        }
        #expect(found.settled.outcome == .done && found.settled.fee == Fen(4200) && found.latest.outcome == .done)
        let over = OutcomeReport(.over, Reason.unexplained(.over))
        try journal.append(.told(over), of: number)
        guard case .agrees(let later) = try check(record, number, journal) else {
            Issue.record("does not agree")
            return
        }
        #expect(later.settled.outcome == .done && later.latest.outcome == .over && later.line == found.line)
    }

    @Test func theReceiptOfAReleaseAgreesUnderItsOwnNumberAndItsDeposits() throws {
        let journal = try SampleJournal()
        let deposit = try journal.freeze("A", .done)
        let other = try journal.freeze("B", .done)
        let release = try #require(OrderNumber("R1"))
        let intent = Order.Intent(fee: Fen(500), platform: .wechat, frozen: Fen(1250), base: "https://pay.example")
        let event = OrderEvent(kind: .release, number: release, fee: Fen(500), step: .intended(intent))
        let begun = try journal.append(.order(event), of: deposit)
        var done = event
        done.step = .reported(OutcomeReport(.done, .carriedOut), left: Fen(750))
        let settled = try journal.append(.order(done), of: deposit)
        for number in [deposit, release] {
            guard case .agrees(let found) = try check(settled.digest, number, journal) else {
                Issue.record("does not agree under \(number)")
                continue
            }
            #expect(found.settled.kind == .release && found.settled.fee == Fen(500) && found.line == settled.number)
            #expect(found.settled.outcome == .done && found.latest.number == release)
        }
        #expect(try check(settled.digest, other, journal) == .ofAnotherOrder("R1"))
        #expect(try check(begun.digest, release, journal) == .settlesNothing(event: "unfreeze.intent"))
    }

    @Test func whatDoesNotAgree() throws {
        let journal = try SampleJournal()
        let first = try journal.freeze("A", .done)
        let second = try journal.freeze("B", .done)
        let open = try journal.freeze("C")
        let unsettled = try journal.append(.told(OutcomeReport(.waiting, .customerTyping)), of: open)
        #expect(try check("0123456789abcdef", first, journal) == .notThere)
        #expect(try check(record(of: second, journal), first, journal) == .ofAnotherOrder("B"))
        #expect(try check(unsettled.digest, open, journal) == .settlesNothing(event: "freeze.waiting"))
    }

    @Test func aForgedAmountIsNotProven() throws {
        let journal = try SampleJournal()
        for index in 0..<30 { try journal.freeze("A\(index)", .waiting, .done) }
        let all = try DepositArchive(directory: journal.path).deposits()
        let forged = try #require(journal.text(4).split(separator: "\n").first { $0.contains("\"fee\":1250") })
        let number = try #require(forged.split(separator: "\"").dropFirst(5).first.flatMap { OrderNumber(String($0)) })
        let deposit = try #require(all.first { $0.number == number })
        try Forger.forge(journal, segment: 4)
        let found = try check(#require(deposit.record), number, journal)
        guard case .unproven(let findings) = found, case .brokenChain = findings.first else {
            Issue.record("\(found)")
            return
        }
    }
}
