import Foundation
import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// A backup.
struct BackupTests {
    private let empty = Array("{}".utf8)

    @Test func oneMadeWhileTheTillWritesHasEveryLineUpToSomeMoment() throws {
        let source = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let journal = try Journal.open(
            DiskFolder.prepared(source.path), stamps: ScriptedStamps(), till: "1", limits: CrashWalk.limits
        ) { _ in }
        var written: [String] = []
        func write(_ count: Int) throws {
            for _ in 0..<count {
                written.append("e\(written.count)")
                try journal.append(event: written[written.count - 1], order: nil, fields: empty)
            }
        }
        try write(50)
        let early = written
        // As docs/journal.md says: the newest segment first, and digest.key.
        for name in try source.names.filter({ SegmentName.ordinal($0) != nil }).sorted().reversed() {
            try copy.write(name, source.read(name))
            try write(7)
        }
        try copy.write(DigestKey.name, source.read(DigestKey.name))

        let report = try JournalReader.verify(directory: copy.path, full: true)
        #expect(report.isClean && report.gaps.isEmpty)
        var restored: [String] = []
        let next = try Journal.open(directory: copy.path, till: "1") { restored.append($0.event) }
        #expect(restored == early)
        #expect(next.digestKey == journal.digestKey)
        #expect(next.generation == journal.generation, "which tells that the two are one journal")
        try next.append(event: "after", order: nil, fields: empty)
        #expect(try JournalReader.verify(directory: copy.path, full: true).isClean)
    }

    @Test func oneThatEndsInTheMiddleOfALineHasATornTailAndNothingWorse() throws {
        let source = try TemporaryFolder()
        let journal = try Journal.open(directory: source.path, till: "1") { _ in }
        for number in 0..<5 { try journal.append(event: "e\(number)", order: nil, fields: empty) }
        journal.close()
        let bytes = try source.written(1)
        for length in stride(from: bytes.count - 200, through: bytes.count, by: 1) {
            let copy = try TemporaryFolder()
            try copy.write(SegmentName.make(1), Array(bytes.prefix(length)))
            var events: [String] = []
            let report = try JournalReader.read(directory: copy.path) { events.append($0.event) }
            let lines = bytes.prefix(length).filter { $0 == 0x0a }.count
            #expect(events == (0..<(lines - 1)).map { "e\($0)" })
            #expect(report.gaps.isEmpty && report.problems.isEmpty && report.repairs.isEmpty)
        }
    }
}
