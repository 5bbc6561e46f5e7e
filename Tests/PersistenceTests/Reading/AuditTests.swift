import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// A full check.
struct AuditTests {
    private let empty = Array("{}".utf8)

    /// A journal of several segments in which someone rewrote line `number` and every `c` behind it, but no `h`.
    private func forged(_ number: Int64, in folder: TemporaryFolder) throws {
        let builder = LineBuilder()
        let stamps = ScriptedStamps()
        var honest = ChainState.start
        for ordinal in 1...3 {
            var bytes: [UInt8] = []
            for index in 0..<4 {
                let previous =
                    ordinal == 1
                    ? nil
                    : SegmentHeader.Predecessor(
                        segment: ordinal - 1, length: Int64(try folder.read(SegmentName.make(ordinal - 1)).count),
                        void: 0, sha256: String(repeating: "0", count: 64))
                let header = SegmentHeader(
                    segment: ordinal, generation: "g", till: "1", first: honest.number + 1, previous: previous)
                let isForged = honest.number + 1 == number
                let (line, next) = try builder.line(
                    after: isForged
                        ? ChainState(number: honest.number, checksum: honest.checksum, digest: .none) : honest,
                    event: index == 0 ? SegmentHeader.event : "e", order: nil, keys: [], stamp: stamps.stamp(),
                    fields: index == 0 ? header.fields : empty)
                bytes += line + [0x0a]
                honest = next
            }
            try folder.write(SegmentName.make(ordinal), bytes)
        }
    }

    @Test(arguments: [2, 4, 5, 7, 12] as [Int64])
    func theLineWhoseDigestDoesNotFollowIsFoundInWhateverSegment(number: Int64) throws {
        let folder = try TemporaryFolder()
        try forged(number, in: folder)
        #expect(try JournalReader.verify(directory: folder.path, full: false).isClean)
        let report = try JournalReader.verify(directory: folder.path, full: true)
        let segment = Int(number - 1) / 4 + 1
        #expect(report.problems.filter(\.isDamage) == [.brokenChain(number: number, segment: segment)])
        #expect(report.lines == 12 && !report.isClean)
    }

    @Test func voidBytesThatChangedAreToldOfAndAreNotWrong() throws {
        let folder = try TemporaryFolder()
        try Sample.copy(to: folder)
        var bytes = try folder.read(SegmentName.make(1))
        bytes[bytes.count - 3] ^= 1
        try folder.write(SegmentName.make(1), bytes)
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.problems == [.changedVoid(segment: 1)] && report.isClean)
        #expect(try JournalReader.verify(directory: folder.path, full: false).problems.isEmpty)
    }
}
