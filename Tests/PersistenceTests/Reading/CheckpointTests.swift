import JournalDisk
import Testing

@testable import Persistence

/// Checkpoints.
struct CheckpointTests {
    private let empty = Array("{}".utf8)

    /// Opens, says what was restored and replayed, and leaves the journal open.
    private func open(
        _ disk: SimulatedDisk, accepting: Bool = true
    ) throws -> (journal: Journal, restored: String?, replayed: [String]) {
        var restored: String?
        var replayed: [String] = []
        let journal = try Journal.open(
            disk, stamps: ScriptedStamps(), till: "1", limits: SegmentLimits(longest: 1200, step: 256),
            restore: { state in
                restored = String(decoding: state, as: UTF8.self)
                return accepting
            },
            replay: { replayed.append($0.event) })
        return (journal, restored, replayed)
    }

    private func disk(events: Int, checkpointAt: Int) throws -> SimulatedDisk {
        let disk = SimulatedDisk(seed: 1)
        let journal = try open(disk).journal
        for number in 1...events {
            try journal.append(event: "e\(number)", order: nil, fields: empty)
            if number == checkpointAt { #expect(journal.checkpoint(Array("e1...e\(number)\nand more".utf8))) }
        }
        return disk
    }

    @Test(arguments: [1, 3, 9, 20])
    func aStartReadsOnlyWhatIsBehindACheckpoint(at: Int) throws {
        let disk = try disk(events: 20, checkpointAt: at)
        let (journal, restored, replayed) = try open(disk)
        #expect(restored == "e1...e\(at)\nand more")
        #expect(replayed == (at..<20).map { "e\($0 + 1)" })
        #expect(journal.report.checkpoint != nil && journal.report.isClean)
        let (whole, _, all) = try open(disk, accepting: false)
        #expect(all.count == 20 && whole.report.checkpoint == nil)
        #expect(journal.chain == whole.chain && journal.end == whole.end)
    }

    @Test func oneIsNotBelievedWhenAnyBitOfItOrOfItsLineIsNotAsItWas() throws {
        let disk = try disk(events: 3, checkpointAt: 2)
        let bytes = try #require(disk.contents[Checkpoint.name])
        for offset in bytes.indices {
            let copy = disk.copy()
            copy.flip(Checkpoint.name, offset, 1 << UInt8(offset % 8))
            #expect(try open(copy).restored == nil)
        }
        let short = disk.copy()
        short.put(Checkpoint.name, Array(bytes.dropLast()))
        #expect(try open(short).replayed.count == 3)
        let segment = try #require(disk.contents[SegmentName.make(1)])
        let line = try #require(Checkpoint.load(disk)).position.length
        let other = disk.copy()
        other.flip(SegmentName.make(1), Int(line) - 20, 1)
        let found = try open(other)
        #expect(found.restored == nil && found.replayed.count == 3 && found.journal.report.repairs.count == 1)
        // A journal that was put back to an earlier day has not that line yet: something is lost.
        let old = disk.copy()
        old.put(SegmentName.make(1), Array(segment.prefix(Int(line) - 150)))
        #expect(throws: JournalError.contradicted([.lessThanCheckpoint(number: 3)])) { try open(old) }
    }

    @Test func whatWasFoundWrongIsKeptSoThatEveryStartTellsOfIt() throws {
        let disk = try disk(events: 9, checkpointAt: 1)
        for offset in [500, 520] { disk.flip(SegmentName.make(1), offset, 1) }
        disk.flip(SegmentName.make(1), 420, 4)
        let (journal, _, all) = try open(disk)
        #expect(all.count == 7 && journal.report.gaps.count == 1 && journal.report.repairs.count == 1)
        #expect(journal.checkpoint([1]))
        let (next, _, rest) = try open(disk)
        #expect(rest.isEmpty && next.report.checkpoint != nil)
        #expect(next.report.gaps == journal.report.gaps && next.report.repairs == journal.report.repairs)
        #expect(!next.report.isClean)
    }

    @Test func everyFindingIsSpelledSoThatItCanBeReadAgain() {
        var report = JournalReport()
        report.gaps = [JournalGap(numbers: 3...7, segment: 2)]
        report.repairs = [JournalRepair(number: 8, segment: 2, offset: 90, mask: 128)]
        report.problems = [
            .missingSegment(1), .damagedHeader(segment: 2), .strayBytes(segment: 3, before: 4),
            .unreadable(number: 5, segment: 6), .brokenChain(number: 7, segment: 8), .foreign(segment: 9),
            .lessThanPublished(segment: 10, length: 11), .lessThanCheckpoint(number: 12), .lessThanIndex(segment: 13),
            .shortSegment(14), .noLines(segment: 15, alteration: .utf16),
        ]
        report.accepted = [[0, 1, 2, 1]]
        #expect(JournalReport(findings: report.findings) == report)
        #expect(JournalReport(findings: [[0, 1]]) == nil && JournalReport(findings: [[99]]) == nil)
        #expect(JournalReport(findings: [[]]) == nil && JournalReport(findings: [[0, 7, 3, 1]]) == nil)
    }

    @Test func oneOfAnotherJournalIsNotBelieved() throws {
        let disk = try disk(events: 2, checkpointAt: 2)
        var checkpoint = try #require(Checkpoint.load(disk))
        checkpoint.generation = "00000000-0000-4000-8000-000000000000"
        disk.put(Checkpoint.name, checkpoint.bytes)
        #expect(try open(disk).restored == nil)
    }
}
