import Foundation
import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// Damage is what is contradicted: a real folder that is touched between two starts.
struct ContradictionTests {
    private static let empty = Array("{}".utf8)
    private static let first = SegmentName.make(1)

    /// A journal with one deposit's worth of lines, or over three segments, closed as a till closes it or as a command.
    static func journal(segments: Int = 1, checkpoint: Bool = false) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let disk = try DiskFolder.prepared(folder.path)
        let journal = try Journal.open(
            disk, stamps: ScriptedStamps(), till: "824", lock: JournalLock.acquire(in: disk, waiting: .zero),
            limits: SegmentLimits(longest: 2600, step: 1024, indexStep: 500)
        ) { _ in }
        var count = 0
        while journal.lastOrdinal < segments || count < 3 {
            count += 1
            let fields = Array(#"{"fee":\#(count * 1250),"body":"押金","code":"13**************18"}"#.utf8)
            try journal.append(event: "freeze.intent", order: "o\(count)", keys: ["k\(count)"], fields: fields)
        }
        if checkpoint { #expect(journal.checkpoint([1, 2, 3])) }
        journal.close()
        return folder
    }

    /// Returns what a writer says of it; nil when it begins.
    ///
    /// Nothing may have changed.
    static func refusal(_ folder: TemporaryFolder) throws -> [JournalProblem]? {
        let before = try contents(folder)
        do {
            _ = try Journal.open(
                directory: folder.path, till: "824", lockWait: .zero, restore: { _ in true }, replay: { _ in })
            return nil
        } catch JournalError.contradicted(let problems) {
            #expect(try contents(folder) == before, "it was written over")
            return problems
        }
    }

    private static func contents(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in try folder.names where name != JournalLock.name { contents[name] = try folder.read(name) }
        return contents
    }

    /// What is done to a segment.
    enum Deed: String, CaseIterable {
        case carriageReturns, onlyCarriageReturns, byteOrderMark, utf16, utf16Marked, gzip, emptied, zeroed, deleted,
            cut
        case scrambled

        var alteration: SegmentAlteration? {
            switch self {
            case .carriageReturns, .onlyCarriageReturns: .carriageReturns
            case .byteOrderMark: .byteOrderMark
            case .utf16, .utf16Marked: .utf16
            case .gzip: .gzip
            case .scrambled: .unknown
            case .emptied, .zeroed, .deleted, .cut: nil
            }
        }

        func run(_ folder: TemporaryFolder, _ name: String) throws {
            let bytes = try folder.read(name)
            let lines = bytes.split(separator: 0x0a)
            switch self {
            case .carriageReturns: try folder.write(name, lines.flatMap { $0 + [0x0d, 0x0a] })
            case .onlyCarriageReturns: try folder.write(name, lines.flatMap { $0 + [0x0d] })
            case .byteOrderMark: try folder.write(name, [0xef, 0xbb, 0xbf] + bytes)
            case .utf16: try folder.write(name, bytes.flatMap { [$0, 0] })
            case .utf16Marked: try folder.write(name, [0xfe, 0xff] + bytes.flatMap { [0, $0] })
            case .gzip: try folder.write(name, [0x1f, 0x8b, 8, 0] + bytes.prefix(300).map { $0 ^ 0x5a })
            case .emptied: try folder.write(name, [])
            case .zeroed: try folder.write(name, bytes.map { _ in 0 })
            case .deleted: try FileManager.default.removeItem(atPath: folder.url(name).path)
            case .cut: try folder.write(name, Array(bytes.prefix(bytes.count / 2)))
            case .scrambled: try folder.write(name, bytes.map { $0 == 0x0a ? 0x0a : $0 ^ 0x15 })
            }
        }
    }

    @Test(arguments: Deed.allCases, [1, 3])
    func aTouchedJournalIsNotWrittenOverAndReadersSayWhatWasFound(deed: Deed, segments: Int) throws {
        let folder = try Self.journal(segments: segments)
        // The newest of several, or the only one.
        let name = SegmentName.make(segments)
        if deed == .cut {
            let length = try folder.written(segments).count
            try folder.write(name, Array(folder.read(name).prefix(length - 20)))
        } else {
            try deed.run(folder, name)
        }
        let problems = try #require(try Self.refusal(folder), "a writer begins over it")
        #expect(!problems.isEmpty)
        if let alteration = deed.alteration {
            #expect(problems.contains(.noLines(segment: segments, alteration: alteration)))
        }
        if deed != .byteOrderMark {
            #expect(problems.contains { if case .lessThanPublished(segments, _) = $0 { true } else { false } })
        }
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(!report.isClean && report.contradictions == problems)
        #expect(try JournalReader.lines(directory: folder.path) { _ in }.contradictions == problems)
    }

    @Test(arguments: Deed.allCases)
    func withoutTheFileLockItIsFoundByItsFirstBytesOrTheFilesBesideIt(deed: Deed) throws {
        let folder = try Self.journal(segments: 3, checkpoint: true)
        try FileManager.default.removeItem(atPath: folder.url(JournalLock.name).path)
        try deed.run(folder, SegmentName.make(3))
        let problems = try #require(try Self.refusal(folder), "a writer begins over it")
        if deed != .byteOrderMark {
            #expect(problems.contains { if case .lessThanCheckpoint = $0 { true } else { false } })
            #expect(problems.contains(.lessThanIndex(segment: 3)))
        }
        for name in try folder.names where name == Checkpoint.name || name.hasSuffix(".idx") {
            try FileManager.default.removeItem(atPath: folder.url(name).path)
        }
        // Nothing is left that remembers: a file without any trace of lines may be one that a crash left.
        let isForgotten = [.emptied, .zeroed, .deleted, .cut].contains(deed)
        #expect(try (Self.refusal(folder) == nil) == isForgotten)
    }

    @Test(arguments: Deed.allCases)
    func aTouchInTheMiddleIsFoundByTheSegmentThatFollows(deed: Deed) throws {
        let folder = try Self.journal(segments: 3)
        try deed.run(folder, SegmentName.make(2))
        let problems = try #require(try Self.refusal(folder), "a writer begins over it")
        switch deed {
        case .deleted: #expect(problems.contains(.missingSegment(2)))
        case .emptied, .cut: #expect(problems.contains(.shortSegment(2)))
        case .zeroed: #expect(problems.contains(.noLines(segment: 2, alteration: .unknown)))
        case .carriageReturns, .onlyCarriageReturns, .byteOrderMark, .utf16, .utf16Marked, .gzip, .scrambled:
            #expect(problems.contains(.noLines(segment: 2, alteration: deed.alteration ?? .unknown)))
        }
        #expect(try JournalReader.verify(directory: folder.path, full: false).contradictions == problems)
    }

    @Test func aCrashIsNoTouch() throws {
        // An empty folder; a lock of zeros; the key; the reserve.
        let folder = try TemporaryFolder()
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
        let header = try Self.journal().written(1).split(separator: 0x0a)[0]
        let leavings: [(String, [UInt8])] = [
            (JournalLock.name, [UInt8](repeating: 0, count: 16)), (DigestKey.name, [UInt8](repeating: 7, count: 32)),
            (DiskReserve.name, [UInt8](repeating: 0, count: 100)), (JournalLock.name, []),
            // A process number without a position; a segment that has no whole header.
            (JournalLock.name, [UInt8](repeating: 0, count: 8) + [1, 2, 0, 0, 0, 0, 0, 0]),
            (Self.first, []), (Self.first, Array(header.prefix(100))),
            (Self.first, Array(header.prefix(200)) + [UInt8](repeating: 0, count: 400)),
            (Self.first, [UInt8](repeating: 0, count: 1 << 20)), (Self.first, [UInt8](repeating: 0x0a, count: 1 << 20)),
        ]
        for (name, bytes) in leavings {
            try folder.write(name, bytes)
            #expect(try JournalReader.verify(directory: folder.path, full: true).contradictions == [], "\(name)")
            let copy = try TemporaryFolder()
            for name in try folder.names { try copy.write(name, folder.read(name)) }
            #expect(try Self.refusal(copy) == nil, "\(name), \(bytes.count) bytes")
        }
    }

    @Test func takingAwayWhatMayBeMissingIsNoTouch() throws {
        // Ordinals between a segment and its predecessor; lock, checkpoint, indexes, reserve.
        let folder = try Self.journal(segments: 3, checkpoint: true)
        for name in try folder.names where SegmentName.ordinal(name) == nil && name != DigestKey.name {
            try FileManager.default.removeItem(atPath: folder.url(name).path)
            #expect(try JournalReader.verify(directory: folder.path, full: true).isClean, "\(name)")
        }
        #expect(try Self.refusal(folder) == nil)
        let torn = try Self.journal()
        try torn.append(SegmentName.make(1).description, "{\"n\":")
        _ = try Journal.open(directory: torn.path, till: "1") { _ in }
        try FileManager.default.moveItem(
            atPath: torn.url(SegmentName.make(2)).path, toPath: torn.url("moved").path)
        let lock = try torn.read(JournalLock.name)
        try torn.write(JournalLock.name, [UInt8](repeating: 0, count: lock.count))
        _ = try Journal.open(directory: torn.path, till: "1") { _ in }
        #expect(try JournalReader.verify(directory: torn.path, full: true).contradictions == [])
    }

    @Test func theSampleHasNoLockAndNoKeyAndIsWhole() throws {
        let folder = try TemporaryFolder()
        try Sample.copy(to: folder)
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
        #expect(try Self.refusal(folder) == nil)
    }

    @Test func aNewestSegmentThatNamesAnAbsentOneShowsThatThereWasMore() throws {
        // Two segments, of which the second holds a header and no more.
        let folder = try TemporaryFolder()
        let journal = try Journal.open(
            DiskFolder.prepared(folder.path), stamps: ScriptedStamps(), till: "1",
            limits: SegmentLimits(longest: 2600, step: 1024)
        ) { _ in }
        try journal.append(event: "e", order: nil, fields: Self.empty)
        journal.close()
        try folder.append(Self.first, "{\"n\":")
        _ = try Journal.open(directory: folder.path, till: "1") { _ in }
        for name in [JournalLock.name, Self.first] {
            try FileManager.default.removeItem(atPath: folder.url(name).path)
        }
        #expect(try Self.refusal(folder)?.contains(.missingSegment(1)) == true)
    }

    @Test func pruningLosesNothingThatItSaysIsGone() throws {
        let folder = try Self.journal(segments: 3)
        let last = try folder.written(1).split(separator: 0x0a).last ?? []
        let shape = try #require(Array(last).withUnsafeBytes { bytes in LineShape(bytes).map { $0.state(bytes) } })
        let checksum = String(decoding: Hexadecimal.encode(shape.checksum), as: UTF8.self)
        try folder.write(
            PrunedJournal.name,
            Array(#"{"through":1,"n":\#(shape.number),"c":"\#(checksum)","h":"\#(shape.digest.text)"}"#.utf8))
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
        for name in [Self.first, SegmentName.index(1)] {
            try FileManager.default.removeItem(atPath: folder.url(name).path)
        }
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.isClean, "\(report)")
        #expect(try Self.refusal(folder) == nil)
        // What is above is missed as ever.
        try FileManager.default.removeItem(atPath: folder.url(SegmentName.make(2)).path)
        #expect(try Self.refusal(folder)?.contains(.missingSegment(2)) == true)
    }

    @Test func twoFlippedBitsInTheLastLineAreToldByTheFileLockFromATornTail() throws {
        let folder = try Self.journal()
        var bytes = try folder.read(Self.first)
        let end = try folder.written(1).count
        for offset in [60, 90] { bytes[end - offset] ^= 1 }
        try folder.write(Self.first, bytes)
        #expect(try Self.refusal(folder)?.isEmpty == false)
        try FileManager.default.removeItem(atPath: folder.url(JournalLock.name).path)
        let report = try JournalReader.verify(directory: folder.path, full: true)
        #expect(report.contradictions == [] && report.tornTailBytes > 0)
        #expect(try Self.refusal(folder) == nil)
    }
}
