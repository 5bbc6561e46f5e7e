import Foundation
import Testing

@testable import PayEngine

/// Files that somebody takes away beside a desk.
@Suite struct DeskPlaceTests {
    private static func remove(_ name: String, _ directory: String) {
        if name == "folder" {
            try? FileManager.default.moveItem(atPath: directory, toPath: directory + ".moved")
        } else if name == "contents" {
            truncate(directory + "/segment-000001.jsonl", 0)
        } else {
            try? FileManager.default.removeItem(atPath: directory + "/" + name)
        }
    }

    private static let deeds: [(String, MovedFile)] = [
        ("lock", .lock), ("segment-000001.jsonl", .segment), ("folder", .folder),
        ("contents", .contents),
    ]

    @Test(arguments: deeds)
    func beforeAnIntentNothingIsSent(deed: (name: String, file: MovedFile)) async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        Self.remove(deed.name, sample.directory)
        let told = await sample.freeze()
        guard case .rejected(.journalMoved(deed.file)) = told.last else {
            Issue.record("\(told)")
            return
        }
        #expect(sample.transport.requests.isEmpty)
    }

    @Test(arguments: deeds)
    func afterAnOutcomeItIsUnknownWithItsNumber(deed: (name: String, file: MovedFile)) async throws {
        let folder = try SampleDesk.newFolder()
        let sample = try SampleDesk(directory: folder) { _ in
            Self.remove(deed.name, folder)
            return .answer(SampleAnswer())
        }
        let told = await sample.freeze()
        guard case .leftOpen(let deposit) = told.last, case .journalMoved(deed.file) = deposit.reason else {
            Issue.record("\(told)")
            return
        }
        #expect(deposit.outcome == .unknown && !deposit.number.text.isEmpty)
        #expect(await sample.desk.openQuestions().map(\.number) == [deposit.number])
    }
}
