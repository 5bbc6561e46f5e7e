import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// The sample of format 1.
struct SampleTests {
    @Test func theSampleIsReadAsLines1To3And4To5() throws {
        let folder = try TemporaryFolder()
        try Sample.copy(to: folder)
        var records: [JournalRecord] = []
        let report = try JournalReader.read(directory: folder.path) { records.append($0) }
        #expect(records.map(\.number) == [2, 3, 5])
        #expect(records.map(\.event) == ["freeze.intent", "freeze.frozen", "freeze.intent"])
        #expect(records[1].keys == ["4200000384201908236723637327"])
        #expect(records[1].order == "sz010002cz17952387410042000001")
        #expect(WallTime.format(records[0].milliseconds) == Array("2026-11-21T05:33:42.123Z".utf8))
        #expect(records[2].monotonic == 2_400_000_000 && records[2].boot == "77aa")
        #expect(records[2].digest == "74159cf4dd17d894250497655d01da1d")
        #expect(report.lines == 5 && report.segments == 2 && report.lastNumber == 5)
        #expect(report.voidBytes == 29 && report.tornTailBytes == 0 && report.isClean)
    }

    @Test func theSampleVerifiesByItsDigestsToo() throws {
        let folder = try TemporaryFolder()
        try Sample.copy(to: folder)
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.isClean && report.problems.isEmpty && report.lines == 5)
    }

    @Test func theSampleIsWhatAWriterWrites() throws {
        let folder = try TemporaryFolder()
        let order = "sz010002cz17952387410042000001"
        do {
            let stamps = ScriptedStamps([
                Sample.stamp("2026-11-21T05:33:41.000Z", 1_000_000_000, "5e0f"),
                Sample.stamp("2026-11-21T05:33:42.123Z", 2_123_000_000, "5e0f"),
                Sample.stamp("2026-11-21T05:33:42.871Z", 2_871_000_000, "5e0f"),
            ])
            let journal = try Journal.open(DiskFolder.prepared(folder.path), stamps: stamps, till: "824") { _ in }
            try journal.append(
                event: "freeze.intent", order: order, fields: Array(#"{"fee":1250,"body":"押金"}"#.utf8))
            try journal.append(
                event: "freeze.frozen", order: order, keys: ["4200000384201908236723637327"],
                fields: Array(#"{"state":2}"#.utf8))
        }
        let torn = try Sample.bytes(1).suffix(29)
        try folder.write(SegmentName.make(1), folder.written(1) + torn)
        let stamps = ScriptedStamps([
            Sample.stamp("2026-11-21T05:40:00.000Z", 900_000_000, "77aa"),
            Sample.stamp("2026-11-21T05:40:01.500Z", 2_400_000_000, "77aa"),
        ])
        let journal = try Journal.open(DiskFolder.prepared(folder.path), stamps: stamps, till: "824") { _ in }
        #expect(journal.report.tornTailBytes == 29 && journal.report.lines == 3)
        let record = try journal.append(
            event: "freeze.intent", order: "sz010002cz17952391000042000002",
            fields: Array(#"{"fee":30000,"body":"押金"}"#.utf8))
        #expect(record.number == 5 && record.digest == "74159cf4dd17d894250497655d01da1d")
        journal.close()
        #expect(try folder.written(1) == Sample.bytes(1))
        #expect(try folder.written(2) == Sample.bytes(2))
    }
}

extension TemporaryFolder {
    /// A segment's bytes without what it is filled ahead with.
    func written(_ ordinal: Int) throws -> [UInt8] {
        let bytes = try read(SegmentName.make(ordinal))
        let content = bytes.lastIndex { $0 != 0x0a }.map { $0 + 1 } ?? 0
        let feeds = bytes.count - content
        return Array(bytes.prefix(content)) + (feeds > 0 && bytes[..<content].last == 0x7d ? [0x0a] : [])
    }
}
