import Testing

@testable import PayEngine
@testable import Persistence

@Suite struct JournalStatisticsTests {
    @Test func anEmptyJournal() throws {
        let found = try JournalStatistics(directory: "/nonexistent")
        #expect(found.orders == 0 && found.bytes == 0 && found.first == nil && found.generation == nil)
        #expect(found.check.isClean && found.held == .zero)
    }

    @Test func ordersAmountsAndFiles() throws {
        let journal = try SampleJournal()
        for index in 0..<20 { try journal.freeze("A\(index)", .waiting, .done, fee: 1000) }
        for index in 0..<3 { try journal.freeze("B\(index)", .done, .over, fee: 77) }
        let closed = try journal.freeze("C", fee: 5)
        try journal.append(.closed(staffID: nil, reason: "r", order: nil), of: closed)
        let last = try journal.freeze("D", fee: 9, at: 1_800_000_000_000)
        let found = try JournalStatistics(directory: journal.path)
        #expect(found.orders == 25)
        #expect(found.outcomes == [.done: 20, .over: 3, .unknown: 2])
        #expect(found.open == 1 && found.closed == 1)
        #expect(found.held == Fen(20_000) && found.undecided == Fen(9))
        #expect(found.generation == "8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44")
        #expect(found.first == JournalStatistics.Mark(line: 1, time: Timestamp(milliseconds: 1_795_239_000_000)))
        #expect(found.last?.time == Timestamp(milliseconds: 1_800_000_000_000))
        #expect(found.last?.line == found.check.lines && found.check.segments > 3)
        let bytes = try (1...found.check.segments).map { segment in
            try journal.text(segment).split(separator: "\n").map { $0.utf8.count + 1 }.reduce(0, +)
        }
        #expect(found.bytes == Int64(bytes.reduce(0, +)))
        _ = last
    }
}
