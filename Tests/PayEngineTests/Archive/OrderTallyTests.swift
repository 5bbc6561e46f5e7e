import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct OrderTallyTests {
    @Test func countsEachNumberOnceByItsLatestOutcome() throws {
        let journal = try SampleJournal()
        let deposit = try journal.freeze("A", .done, fee: 1000)
        try append("R1", .release, 100, [.unknown, .done], of: deposit, to: journal)
        try append("R2", .release, 200, [.refused, .unknown], of: deposit, to: journal)
        try append("R3", .release, 50, [.refused, .done], of: deposit, to: journal)
        try append("C1", .consume(keepsRest: true), 30, [.done], of: deposit, to: journal)
        try append("C2", .consume(keepsRest: false), 40, [], of: deposit, to: journal)
        let found = try JournalStatistics(directory: journal.path)
        #expect(found.orders == 1)
        #expect(found.releases == [.done: 2, .refused: 1])
        #expect(found.consumes == [.done: 1, .unknown: 1])
        #expect(found.released == Fen(150) && found.consumed == Fen(30))
    }

    private func append(
        _ number: String, _ kind: Order.Kind, _ fee: Int64, _ outcomes: [Outcome],
        of deposit: OrderNumber, to journal: SampleJournal
    ) throws {
        let number = try #require(OrderNumber(number))
        func event(_ step: OrderEvent.Step) -> DepositEvent {
            .order(OrderEvent(kind: kind, number: number, fee: Fen(fee), step: step))
        }
        let intent = Order.Intent(fee: Fen(fee), platform: .alipay, frozen: Fen(1000), base: "https://pay.example")
        try journal.append(event(.intended(intent)), of: deposit)
        for outcome in outcomes {
            let telling = OutcomeReport(outcome, Reason.unexplained(outcome, of: kind))
            try journal.append(event(.reported(telling, left: Fen(1000))), of: deposit)
        }
    }
}
