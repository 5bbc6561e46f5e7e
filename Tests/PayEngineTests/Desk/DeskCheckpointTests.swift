import Foundation
import Testing

@testable import PayEngine

@Suite struct DeskCheckpointTests {
    private static let lost = SampleDesk.Reply.result(.lost("x"))

    @Test func aCleanEndMakesTheNextStartShort() async throws {
        let sample = try SampleDesk { call in call.index == 0 ? .answer(SampleAnswer()) : Self.lost }
        guard case .settled(let settled) = await sample.freeze().last else { return }
        let held = settled.deposit
        _ = await sample.freeze(SampleDesk.request(SampleTill.alipayCode, wait: .zero))
        let open = await sample.desk.openQuestions()
        await sample.desk.close()
        let folder = try sample.crashed()
        #expect(FileManager.default.fileExists(atPath: folder + "/checkpoint"))
        let next = try SampleDesk(directory: folder) { _ in Self.lost }
        #expect(await next.desk.openQuestions() == open)
        #expect(await next.desk.heldDeposits() == [held])
        let again = await next.freeze()
        #expect(again == [.seenBefore(held)], "the code is still known")
    }

    /// What the ledger has forgotten comes back from the journal by any of its names.
    @Test func anEndedOrderIsFoundInTheJournal() async throws {
        let journal = try SampleJournal()
        let old = try journal.freeze("A1", .done, .over, at: 1_700_000_000_000)
        try journal.freeze("A2", .refused, at: 1_700_000_100_000)
        let folder = journal.path + "-copy"
        try FileManager.default.copyItem(atPath: journal.path, toPath: folder)
        let sample = try SampleDesk(directory: folder) { _ in .answer(SampleAnswer(fee: 1250, state: 5)) }
        await sample.desk.close()
        let next = try SampleDesk(directory: try sample.crashed()) { _ in .answer(SampleAnswer(fee: 1250, state: 5)) }
        let known = await next.desk.ledger.all
        #expect(known.isEmpty)
        for name in ["A1", "4200-A1"] {
            let found = await next.desk.lookUp(
                try #require(OrderNumber(name)), releaseNumber: nil, platform: nil)
            #expect(found.local?.number == old && found.local?.outcome == .over)
            #expect(found.story.map(\.event) == ["freeze.intent", "freeze.frozen", "freeze.over"])
        }
        #expect(await next.desk.lookUp(old, releaseNumber: nil, platform: nil).source == .gateway)
    }

    /// A line about an order that the checkpoint does not hold.
    @Test func aLateSuccessAfterTheCheckpointIsNotLost() async throws {
        let journal = try SampleJournal()
        let old = try journal.freeze("A1", .refused, at: 1_700_000_000_000)
        let folder = journal.path + "-late"
        try FileManager.default.copyItem(atPath: journal.path, toPath: folder)
        let sample = try SampleDesk(directory: folder) { _ in .answer(SampleAnswer(fee: 1250)) }
        await sample.desk.close()
        let next = try SampleDesk(directory: try sample.crashed()) { _ in .answer(SampleAnswer(fee: 1250)) }
        _ = await next.desk.lookUp(old, releaseNumber: nil, platform: nil)
        let last = try SampleDesk(directory: try next.crashed()) { _ in Self.lost }
        #expect(await last.desk.startNotices().contains(.lateSuccesses(1)))
        #expect(await last.desk.heldDeposits().map(\.number) == [old])
    }
}
