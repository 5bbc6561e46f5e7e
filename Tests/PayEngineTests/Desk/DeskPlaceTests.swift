import Foundation
import TestSupport
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

    /// What has left the ledger is in the files alone: where they are gone nobody can say that no such deposit exists.
    @Test(arguments: deeds)
    func whereTheFilesAreGoneASearchFindsNotNothing(deed: (name: String, file: MovedFile)) async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        _ = await sample.freeze()
        Self.remove(deed.name, sample.directory)
        let found = await sample.desk.find(JournalFilter(), limit: 10)
        #expect(found == SearchResults(doubt: .moved(deed.file)))
    }

    @Test func withoutAFileMissingASearchHasNoTrouble() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        #expect(await sample.desk.find(JournalFilter(), limit: 10) == SearchResults())
    }

    /// Nor that this till knows no such order: the gateway alone tells, and nothing is released in the dark.
    @Test(arguments: deeds)
    func whereTheFilesAreGoneALookUpSaysSo(deed: (name: String, file: MovedFile)) async throws {
        let sample = try SampleDesk { _ in .answer(.refusal(104, internalStatus: 400)) }
        _ = await sample.freeze()
        Self.remove(deed.name, sample.directory)
        let other = try #require(OrderNumber("sz010002cz11566551626"))
        let found = await sample.desk.lookUp(other, releaseNumber: nil, platform: .wechat)
        #expect(found.local == nil && found.doubt == .moved(deed.file))
        var told: [OrderProgress] = []
        let request = ReleaseRequest(number: other, platform: .wechat)
        for await progress in await sample.desk.release(request) { told.append(progress) }
        #expect(told == [.rejected(.journalMoved(deed.file))])
    }
}
