import Foundation
import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// An accepted loss.
struct AcceptedLossTests {
    private let words = LossAcceptance(staff: "1", reason: "硬盘坏了 \"x\"", approval: "pin")

    private func accept(_ folder: TemporaryFolder) throws -> (generation: String, replayed: [String]) {
        var replayed: [String] = []
        let journal = try Journal.open(
            directory: folder.path, till: "824", acceptance: words, restore: { _ in false },
            replay: { replayed.append($0.order ?? $0.event) })
        #expect(journal.report.contradictions == [])
        return (journal.generation, replayed)
    }

    @Test(
        arguments: ContradictionTests.Deed.allCases, [2, 3])
    func theTillGoesOnAndVerifyGoesOnTellingOfIt(deed: ContradictionTests.Deed, ordinal: Int) throws {
        let folder = try ContradictionTests.journal(segments: 3, checkpoint: true)
        let before = try JournalReader.verify(directory: folder.path, full: true)
        try deed.run(folder, SegmentName.make(ordinal))
        let found = try #require(try ContradictionTests.refusal(folder))
        let damaged = try JournalReader.verify(directory: folder.path, full: true)
        let (generation, replayed) = try accept(folder)

        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.isClean, "\(report)")
        let loss = try #require(report.losses.last)
        #expect(report.losses.count == 1 && loss.staff == "1" && loss.reason == words.reason && loss.segment == 4)
        let written = String(decoding: try folder.read(SegmentName.make(4)), as: UTF8.self)
        #expect(written.contains(#","approval":"pin","gen":"#))
        for problem in found { #expect(loss.findings.problems.contains(problem)) }
        #expect(loss.findings.gaps == damaged.gaps)
        #expect(report.lastNumber == damaged.lastNumber + 2 && report.lastNumber <= before.lastNumber + 2)

        // The next start goes on under the new name, and has the same lines.
        var again: [String] = []
        let next = try Journal.open(directory: folder.path, till: "824") { again.append($0.order ?? $0.event) }
        #expect(next.generation == generation && again == replayed + [JournalLoss.event])
        try next.append(event: "after", order: nil, fields: Array("{}".utf8))
        #expect(next.checkpoint([1]))
        next.close()
        // By the checkpoint too, which does not read the line of the loss any more.
        var restored = false
        let last = try Journal.open(
            directory: folder.path, till: "824",
            restore: { _ in
                restored = true
                return true
            }, replay: { _ in })
        #expect(restored && last.report.isClean && last.report.contradictions == [])
        last.close()
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
        // More damage is damage again.
        try FileManager.default.removeItem(atPath: folder.url(SegmentName.make(4)).path)
        #expect(try ContradictionTests.refusal(folder)?.isEmpty == false)
    }

    @Test func anAcceptanceNeedsALoss() throws {
        let folder = try ContradictionTests.journal()
        #expect(throws: JournalError.nothingLost) { _ = try accept(folder) }
    }

    @Test func aLossOfEverythingBeginsAJournalAnewBehindIt() throws {
        let folder = try ContradictionTests.journal()
        try ContradictionTests.Deed.carriageReturns.run(folder, SegmentName.make(1))
        #expect(try accept(folder).replayed.isEmpty)
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.isClean && report.lastNumber == 2 && report.losses.first?.generation == nil)
        #expect(try ContradictionTests.refusal(folder) == nil)
        let names = try folder.names
        #expect(names.contains(SegmentName.make(1)) && names.contains(SegmentName.make(2)))
    }

    @Test func withoutItsLineASegmentIsAnotherJournals() throws {
        let folder = try ContradictionTests.journal(segments: 2)
        try FileManager.default.removeItem(atPath: folder.url(SegmentName.make(2)).path)
        _ = try accept(folder)
        let name = SegmentName.make(3)
        let header = try #require(try folder.read(name).firstIndex(of: 0x0a))
        try folder.write(name, Array(folder.read(name).prefix(header + 1)))
        try FileManager.default.removeItem(atPath: folder.url(JournalLock.name).path)
        #expect(try JournalReader.verify(directory: folder.path, full: true).problems == [.foreign(segment: 3)])
    }
}
