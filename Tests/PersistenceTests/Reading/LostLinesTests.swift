import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// Lines that are missing: whether they stand there damaged, or are gone.
struct LostLinesTests {
    /// A segment with so many lines, and where they begin; the last is where they end.
    private func journal(lines count: Int, checkpoint: Bool = false) throws -> (folder: TemporaryFolder, starts: [Int])
    {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "824") { _ in }
        for number in 2...count {
            let fields = Array(#"{"fee":\#(number * 1250),"body":"押金"}"#.utf8)
            try journal.append(event: "freeze.intent", order: "o\(number)", keys: ["k\(number)"], fields: fields)
        }
        if checkpoint { #expect(journal.checkpoint([1, 2, 3])) }
        journal.close()
        let bytes = try folder.written(1)
        let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 0x0a } + [bytes.count]
        return (folder, starts)
    }

    private func change(_ folder: TemporaryFolder, _ body: (inout [UInt8]) -> Void) throws {
        var bytes = try folder.read(SegmentName.make(1))
        body(&bytes)
        try folder.write(SegmentName.make(1), bytes)
    }

    /// What a start says, which verify says, too; then the loss is accepted, and both are content.
    private func refused(_ folder: TemporaryFolder) throws -> [JournalProblem] {
        let problems = try #require(try ContradictionTests.refusal(folder), "a writer begins over it")
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.contradictions == problems)
        try accept(folder)
        return problems
    }

    private func accept(_ folder: TemporaryFolder) throws {
        let journal = try Journal.open(
            directory: folder.path, till: "824", acceptance: LossAcceptance(staff: "1", reason: "x"),
            restore: { _ in true }, replay: { _ in })
        journal.close()
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.isClean && report.losses.count == 1, "\(report)")
        #expect(try ContradictionTests.refusal(folder) == nil)
    }

    @Test(
        arguments: [false, true], [UInt8(0), 0x0a, 0x41])
    func linesFromTheBeginningOfAnEmptiedFileAreALossWithACheckpointToo(checkpoint: Bool, fill: UInt8) throws {
        let (folder, starts) = try journal(lines: 6, checkpoint: checkpoint)
        try change(folder) { bytes in
            for offset in 0..<starts[3] { bytes[offset] = fill }
        }
        // A line that stands alone begins behind LF; behind other bytes it is a part of theirs.
        let last: Int64 = fill == 0x0a ? 4 : 4
        #expect(try refused(folder).contains(.lostLines(from: 1, through: last, segment: 1)))
    }

    @Test func linesBehindTheLastWhenTheFileWasCutAreALoss() throws {
        let (folder, starts) = try journal(lines: 6)
        try change(folder) { bytes in
            for offset in starts[1]..<starts[3] { bytes[offset] = 0 }
        }
        #expect(try refused(folder) == [.lostLines(from: 2, through: 4, segment: 1)])
    }

    @Test func linesThatStandThereWithFlippedBitsAreAGapThatASupervisorMayAccept() throws {
        for (line, offsets) in [(2, [40, 50]), (0, [40, 50])] {
            let (folder, starts) = try journal(lines: 6)
            try change(folder) { bytes in
                for offset in offsets { bytes[starts[line] + offset] ^= 1 }
            }
            #expect(try ContradictionTests.refusal(folder) == nil)
            let number = Int64(line + 1)
            let report = try JournalReader.verify(directory: folder.path, full: true)
            #expect(report.gaps == [JournalGap(numbers: number...number, segment: 1)] && report.contradictions == [])
            try accept(folder)
        }
    }

    @Test func withTheLFBetweenThemFlippedTooTheyStillStandThere() throws {
        let (folder, starts) = try journal(lines: 6)
        try change(folder) { bytes in
            bytes[starts[3] - 1] ^= 1
            bytes[starts[2] + 40] ^= 1
        }
        #expect(try ContradictionTests.refusal(folder) == nil)
        #expect(try JournalReader.verify(directory: folder.path, full: true).missingLines == 2)
    }

    @Test func withTheFirstOneOfAFileTheyAreALossEvenWhereTheyStandThere() throws {
        let (folder, starts) = try journal(lines: 6)
        try change(folder) { bytes in
            bytes[starts[0] + 40] ^= 1
            bytes[starts[1] - 5] ^= 1
        }
        #expect(try refused(folder).contains(.lostLines(from: 1, through: 2, segment: 1)))
    }
}
