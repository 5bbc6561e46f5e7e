import JournalDisk
import Testing

@testable import Persistence

/// Damage.
struct DamageTests {
    /// A journal of two segments and some lines, closed.
    private func journal() throws -> (disk: SimulatedDisk, lines: [[UInt8]]) {
        let disk = SimulatedDisk(seed: 1)
        var lines: [[UInt8]] = []
        let limits = SegmentLimits(longest: 1100, step: 64)
        let journal = try Journal.open(disk, stamps: ScriptedStamps(), till: "824", limits: limits) { _ in }
        for number in 0..<7 {
            let fields = Array(#"{"body":"押金 *J","fee":\#(number * 1250)}"#.utf8)
            lines.append(try journal.append(event: "e\(number)", order: "o", keys: ["k\(number)"], fields: fields).line)
        }
        return (disk, lines)
    }

    private func read(_ disk: SimulatedDisk) throws -> (lines: [[UInt8]], report: JournalReport) {
        var lines: [[UInt8]] = []
        let scan = try JournalScan.run(SegmentFolder(disk), disk) { line in
            if !line.isHeader { lines.append(Array(line.bytes)) }
        }
        return (lines, scan.report)
    }

    @Test func anyOneFlippedBitIsFoundPutRightAndTold() throws {
        let (disk, lines) = try journal()
        let names = disk.contents.keys.filter { SegmentName.ordinal($0) != nil }.sorted()
        #expect(names.count == 2)
        for name in names {
            let bytes = try #require(disk.contents[name])
            let content = bytes.lastIndex { $0 != 0x0a }.map { $0 + 2 } ?? 0
            for offset in 0..<content {
                for bit in 0..<8 {
                    disk.flip(name, offset, 1 << UInt8(bit))
                    let found = try read(disk)
                    disk.flip(name, offset, 1 << UInt8(bit))
                    let repair = found.report.repairs.first
                    guard found.lines == lines, found.report.repairs.count == 1, found.report.gaps.isEmpty,
                        repair?.offset == Int64(offset), repair?.mask == 1 << UInt8(bit),
                        found.report.tornTailBytes == 0, found.report.problems.isEmpty
                    else {
                        Issue.record("\(name) \(offset) \(bit): \(found.report)")
                        return
                    }
                }
            }
        }
    }

    @Test func twoFlippedBitsInALineMakeAnExactGapAndTheRestIsServed() throws {
        let (disk, lines) = try journal()
        let name = SegmentName.make(1)
        let bytes = try #require(disk.contents[name])
        let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 0x0a && bytes[$0] != 0x0a }
        // In the middle of the third line (n 3, the second event): it alone is missing.
        disk.flip(name, starts[2] + 40, 1)
        disk.flip(name, starts[2] + 50, 1)
        var found = try read(disk)
        #expect(found.report.gaps == [JournalGap(numbers: 3...3, segment: 1)])
        #expect(found.lines == Array(lines[..<1] + lines[2...]))
        // In its checksum too: the next one can't be told to follow any more.
        disk.flip(name, starts[3] - 5, 1)
        found = try read(disk)
        #expect(found.report.gaps == [JournalGap(numbers: 3...4, segment: 1)])
        #expect(found.lines == Array(lines[..<1] + lines[3...]))
        #expect(!found.report.isClean && found.report.missingLines == 2)
        // A writer goes on behind it all, and what it writes follows.
        var replayed: [[UInt8]] = []
        let journal = try Journal.open(disk, stamps: ScriptedStamps(), till: "824") { replayed.append($0.line) }
        #expect(replayed == found.lines)
        try journal.append(event: "more", order: nil, fields: Array("{}".utf8))
        journal.close()
        #expect(try read(disk).report.gaps == found.report.gaps)
    }

    @Test func aLostPageALostEndAndALostSegmentAreToldFromOneAnother() throws {
        let (disk, lines) = try journal()
        let first = SegmentName.make(1)
        let bytes = try #require(disk.contents[first])
        for fill in [UInt8(0), 0x0a, 0x41] {
            let copy = disk.copy()
            var torn = bytes
            torn.replaceSubrange(300..<700, with: repeatElement(fill, count: 400))
            copy.put(first, torn)
            let found = try read(copy)
            let missing = found.report.gaps.reduce(0) { $0 + $1.numbers.count }
            #expect(found.report.gaps.count == 1 && found.lines.count == lines.count - missing)
            #expect(found.lines.allSatisfy(lines.contains))
        }
        let short = disk.copy()
        short.put(first, Array(bytes.prefix(600)))
        #expect(try read(short).report.gaps.count == 1)
        let gone = disk.copy()
        try gone.remove(first)
        let found = try read(gone)
        #expect(found.report.problems.contains(.missingSegment(1)))
        #expect(found.report.gaps.first?.numbers.lowerBound == 1 && !found.lines.isEmpty)
        let torn = disk.copy()
        let second = SegmentName.make(2)
        let end = try #require(disk.contents[second]?.lastIndex(of: 0x7d))
        torn.put(second, Array(try #require(disk.contents[second]).prefix(end)))
        let tail = try read(torn)
        #expect(tail.lines == Array(lines.dropLast()) && tail.report.tornTailBytes > 100 && tail.report.gaps.isEmpty)
    }
}
