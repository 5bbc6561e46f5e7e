import Foundation
import Persistence
import Testing

@testable import PayEngine

/// A journal that an earlier program wrote, with deposits in every state, opens as it did then.
///
/// Format 1 is kept.
@Suite struct EarlierJournalTests {
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("earlier-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in ["segment-000001.jsonl", "lock", "digest.key"] {
            try Data(Vectors.bytes("earlier-journal/\(name)")).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        }
        return path
    }

    @Test func opensWithItsOpenOrdersAndHolds() async throws {
        let path = try folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let check = try JournalCheck(directory: path, full: true)
        #expect(check.isClean && check.lines == 27 && check.findings == [])
        let sample = try SampleDesk(directory: path) { _ in .answer(SampleAnswer()) }
        let open = await sample.desk.openQuestions()
        #expect(
            open.map(\.number.text) == [
                "sz010002cz1795831024785652130175", "sz010002cz1795831024047480771427",
                "sz010002cz1795831025815940383318",
            ])
        let held = await sample.desk.heldDeposits()
        #expect(held.map(\.left.value) == [1250, 15_000, 42_000, 8000, 6000])
        #expect(held.compactMap(\.reference) == ["1203 王", "0815"])
        let statistics = try JournalStatistics(directory: path)
        #expect(statistics.orders == 8 && statistics.held == Fen(72_250) && statistics.released == Fen(15_000))
        #expect(statistics.consumed == Fen(8000) && statistics.generation == "e8e6e567-a48f-4a47-a9c0-be64185ed4f8")
    }

    @Test func missesItsKeyWhenThatIsGone() async throws {
        let path = try folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.removeItem(atPath: path + "/digest.key")
        let check = try JournalCheck(directory: path, full: false)
        #expect(!check.isClean && check.findings == [.lostDigestKey] && !check.isContradicted)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path + "/digest.key"))
        #expect(try JournalCheck(directory: path, full: false).findings == [.lostDigestKey])
        try FileManager.default.removeItem(atPath: path + "/digest.key")
        let sample = try SampleDesk(directory: path) { _ in .answer(SampleAnswer()) }
        #expect(await sample.desk.startNotices().contains(.digestKeyLost))
        #expect(try JournalCheck(directory: path, full: false).isClean)
    }
}
