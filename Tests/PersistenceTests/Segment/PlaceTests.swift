import Foundation
import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// Files that somebody moves, deletes or replaces beside a running writer.
struct PlaceTests {
    enum Deed: CaseIterable {
        case deleteLock, replaceLock, moveLock, deleteSegment, replaceSegment, moveSegment
        case moveFolder, deleteFolder, replaceFolder

        var displacement: (String) -> JournalDisplacement {
            switch self {
            case .deleteLock, .replaceLock, .moveLock: { _ in .lock }
            case .deleteSegment, .replaceSegment, .moveSegment: { _ in .segment(1) }
            case .moveFolder, .deleteFolder, .replaceFolder: { .folder(path: $0) }
            }
        }

        func run(_ path: String) throws {
            let files = FileManager.default
            let (lock, segment) = (path + "/lock", path + "/segment-000001.jsonl")
            switch self {
            case .deleteLock: try files.removeItem(atPath: lock)
            case .moveLock: try files.moveItem(atPath: lock, toPath: lock + ".old")
            case .replaceLock: try Self.replace(lock)
            case .deleteSegment: try files.removeItem(atPath: segment)
            case .moveSegment: try files.moveItem(atPath: segment, toPath: path + "/old")
            case .replaceSegment: try Self.replace(segment)
            case .moveFolder: try files.moveItem(atPath: path, toPath: path + ".old")
            case .deleteFolder: try files.removeItem(atPath: path)
            case .replaceFolder: try Self.replace(path)
            }
        }

        /// By a copy of itself.
        private static func replace(_ path: String) throws {
            try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: path + ".copy", toPath: path)
        }
    }

    private let empty = Array("{}".utf8)

    @Test(arguments: Deed.allCases)
    func whereAFileIsAnotherNoIntentIsWrittenAndNoOutcomeCounts(deed: Deed) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/journal"
        let journal = try Journal.open(directory: path, till: "1") { _ in }
        try journal.append(event: "e.intent", order: "a", fields: empty, needsRoom: true)
        try deed.run(path)
        let before = journal.end
        let displaced = JournalError.displaced(deed.displacement(path))
        #expect(throws: displaced) {
            try journal.append(event: "e.intent", order: "b", fields: empty, needsRoom: true)
        }
        #expect(journal.end == before, "nothing was written")
        #expect(throws: displaced) { try journal.append(event: "e.frozen", order: "a", fields: empty) }
    }

    /// What is done to the newest segment in place: name and inode stay.
    enum Change: CaseIterable {
        case empty, cutLine, cutFill, overwriteLast, overwriteTwo

        func run(_ path: String, end: Int64) throws {
            let segment = path + "/segment-000001.jsonl"
            let (length, place): (Int64?, Int64) =
                switch self {
                case .empty: (0, 0)
                case .cutLine: (end - 30, 0)
                case .cutFill: (end + 10, 0)
                case .overwriteLast: (nil, end - 20)
                case .overwriteTwo: (nil, end - 60)
                }
            if let length {
                #expect(truncate(segment, off_t(length)) == 0)
            } else {
                let descriptor = open(segment, O_WRONLY)
                #expect(pwrite(descriptor, "xx", 2, off_t(place)) == 2)
                Glibc.close(descriptor)
            }
        }
    }

    @Test(arguments: Change.allCases, [true, false])
    func aFileThatIsEmptiedCutOrOverwrittenInPlaceIsAnother(change: Change, isReopened: Bool) throws {
        let folder = try TemporaryFolder()
        var journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        try journal.append(event: "e.intent", order: "a", fields: empty, needsRoom: true)
        if isReopened {
            journal.close()
            journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        }
        let end = try #require(journal.end)
        try change.run(folder.path, end: end.length)
        #expect(throws: JournalError.displaced(.changedSegment(1))) {
            try journal.append(event: "e.intent", order: "b", fields: empty, needsRoom: true)
        }
        #expect(journal.end == end, "nothing was written")
        // The line itself lands in its place, and what was before it is gone all the same.
        #expect(throws: JournalError.displaced(.changedSegment(1))) {
            try journal.append(event: "e.frozen", order: "a", fields: empty)
        }
    }

    @Test func moreNamesForAFileAreNoFault() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        for name in ["lock", SegmentName.make(1)] {
            try FileManager.default.linkItem(atPath: folder.url(name).path, toPath: folder.url(name + ".link").path)
        }
        try journal.append(event: "e", order: nil, fields: empty, needsRoom: true)
    }

    @Test func aSegmentThatIsOverMayBeLookedAfterByAnybody() throws {
        let folder = try TemporaryFolder()
        let disk = try DiskFolder.prepared(folder.path)
        let journal = try Journal.open(
            disk, stamps: ScriptedStamps(), till: "1", lock: JournalLock.acquire(in: disk, waiting: .zero),
            limits: SegmentLimits(longest: 1100, step: 64)
        ) { _ in }
        for number in 0..<20 {
            try journal.append(event: "e\(number)", order: nil, fields: empty, needsRoom: true)
        }
        #expect(journal.lastOrdinal > 2)
    }

    @Test(
        arguments: [Deed.deleteLock, .replaceLock])
    func thereAreNeverTwoWritersWhateverBecomesOfTheFileLock(deed: Deed) throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        try journal.append(event: "a", order: nil, fields: empty)
        try deed.run(folder.path)
        #expect(throws: JournalError.locked(process: getpid())) {
            _ = try Journal.open(directory: folder.path, till: "1", lockWait: .zero) { _ in }
        }
        // A reader goes by what verifies.
        var events: [String] = []
        _ = try JournalReader.read(directory: folder.path) { events.append($0.event) }
        #expect(events == ["a"])
        journal.close()
        let next = try Journal.open(directory: folder.path, till: "1", lockWait: .zero) { _ in }
        try next.append(event: "b", order: nil, fields: empty, needsRoom: true)
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
    }

    @Test(arguments: [0, 1, 8, 15])
    func aLockThatIsCutShortKillsNobody(length: Int) throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        try journal.append(event: "a", order: nil, fields: empty)
        #expect(truncate(folder.url("lock").path, off_t(length)) == 0)
        var events: [String] = []
        let report = try JournalReader.read(directory: folder.path) { events.append($0.event) }
        #expect(events == ["a"] && report.isClean)
        try journal.append(event: "b", order: nil, fields: empty, needsRoom: true)
        events = []
        _ = try JournalReader.read(directory: folder.path) { events.append($0.event) }
        #expect(events == ["a", "b"])
        // What can't be: no such segment, more than the file holds.
        for word: UInt64 in [0x7_0000_0064, 0x1_ffff_ffff, 0x1234] {
            var bytes = word.littleEndian
            let descriptor = open(folder.url("lock").path, O_RDWR)
            #expect(pwrite(descriptor, &bytes, 8, 0) == 8)
            Glibc.close(descriptor)
            events = []
            _ = try JournalReader.read(directory: folder.path) { events.append($0.event) }
            #expect(events == ["a", "b"])
        }
    }

    @Test(arguments: [1000])
    func lookingCostsLittle(times: Int) throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        let best =
            try (0..<20).map { _ in
                let start = ContinuousClock.now
                for _ in 0..<(times / 20) { try journal.checkPlace() }
                return (ContinuousClock.now - start) / (times / 20)
            }.min() ?? .zero
        #expect(best < .microseconds(50), "\(best)")
    }
}
