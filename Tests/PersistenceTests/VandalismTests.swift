import JournalDisk
import Testing

@testable import Persistence

/// Vandalism.
struct VandalismTests {
    @Test func vandalismNeverStopsAReaderAndAWriterGoesOnBehindWhatIsLeft() throws {
        for seed in 0..<50 {
            var walk = CrashWalk(seed: UInt64(seed))
            walk.run(checking: false)
            let disk = walk.disk.copy()
            for (name, bytes) in disk.contents.sorted(by: { $0.key < $1.key }) where disk.random.chance(60) {
                disk.put(name, Vandal.change(bytes, &disk.random))
            }
            if disk.random.chance(10) { disk.put(SegmentName.make(Int(Int32.max)), []) }
            var lines: [[UInt8]] = []
            guard
                let journal = try? Journal.open(
                    disk, stamps: ScriptedStamps(), till: "1", replay: { lines.append($0.line) })
            else { continue }
            lines.append(try journal.append(event: "after", order: nil, fields: Array("{}".utf8)).line)
            journal.close()
            var again: [[UInt8]] = []
            _ = try Journal.open(disk, stamps: ScriptedStamps(), till: "1") { again.append($0.line) }
            #expect(again == lines, "seed \(seed)")
        }
    }

    @Test func aVandalisedLineIsRefusedOrReadNothingElse() throws {
        var random = SeededRandom(seed: 9)
        let line =
            Array(
                #"{"n":5,"o":"sz\"\u0041","k":["押"],"e":"x","t":"2026-11-21T05:40:01.500Z","m":24,"b":"7","y":[{}],"#
                    .utf8) + Array(#""h":"74159cf4dd17d894250497655d01da1d","c":"0cdd38f3"}"#.utf8)
        #expect(line.withUnsafeBytes { JournalRecord(line: $0) }?.order == "sz\"A")
        for _ in 0..<4000 {
            let changed = Vandal.change(line, &random)
            changed.withUnsafeBytes {
                _ = JournalRecord(line: $0)
                _ = SegmentHeader(line: $0)
            }
            _ = Checkpoint(bytes: changed)
        }
    }
}
