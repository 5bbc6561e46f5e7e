import Foundation
import TestSupport
import Testing

@testable import Persistence

/// What stands where a file of the journal belongs, and is none.
struct RegularFileTests {
    private static let names = [
        JournalLock.name, DigestKey.name, SegmentName.make(1), PrunedJournal.name,
    ]

    @Test(arguments: names)
    func whatIsNoFileIsRefusedInWordsAndNeverWaitedFor(name: String) throws {
        let folder = try ContradictionTests.journal()
        try? FileManager.default.removeItem(atPath: folder.url(name).path)
        #expect(mkfifo(folder.url(name).path, 0o600) == 0)
        if name != DigestKey.name {
            let refusal = JournalError.notRegular(path: folder.url(name).path)
            #expect(throws: refusal) { _ = try Journal.open(directory: folder.path, till: "1") { _ in } }
            #expect(throws: refusal) { _ = try JournalReader.verify(directory: folder.path, full: true) }
        }
        try FileManager.default.removeItem(atPath: folder.url(name).path)
        try FileManager.default.createSymbolicLink(atPath: folder.url(name).path, withDestinationPath: "/dev/zero")
        if name != DigestKey.name {
            #expect(throws: JournalError.notRegular(path: folder.url(name).path)) {
                _ = try Journal.open(directory: folder.path, till: "1") { _ in }
            }
        }
    }

    @Test(arguments: [Checkpoint.name, SegmentName.index(1), DiskReserve.name])
    func whatIsDisposableIsPassedOver(name: String) throws {
        let folder = try ContradictionTests.journal()
        try? FileManager.default.removeItem(atPath: folder.url(name).path)
        #expect(mkfifo(folder.url(name).path, 0o600) == 0)
        let journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        try journal.append(event: "e", order: nil, fields: Array("{}".utf8), needsRoom: true)
        #expect(journal.checkpoint([1]))
        journal.close()
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
    }

    @Test(
        arguments: [JournalLock.name, SegmentName.make(1), PrunedJournal.name])
    func anImpossiblyLongFileIsRefusedInWords(name: String) throws {
        let folder = try ContradictionTests.journal()
        try Self.lengthen(folder.url(name).path)
        let refusal = JournalError.tooLong(path: folder.url(name).path)
        #expect(throws: refusal) { _ = try Journal.open(directory: folder.path, till: "1") { _ in } }
        #expect(throws: refusal) { _ = try JournalReader.verify(directory: folder.path, full: true) }
        #expect(throws: refusal) { _ = try JournalReader.read(directory: folder.path) { _ in } }
    }

    @Test func anImpossiblyLongKeyIsALostOne() throws {
        let folder = try ContradictionTests.journal()
        try Self.lengthen(folder.url(DigestKey.name).path)
        #expect(try JournalReader.isDigestKeyLost(directory: folder.path))
        let journal = try Journal.open(directory: folder.path, till: "1") { _ in }
        #expect(journal.report.problems.contains(.newDigestKey))
        #expect(journal.digestKey.count == DigestKey.length && Set(journal.digestKey).count > 1)
        journal.close()
        #expect(try !JournalReader.isDigestKeyLost(directory: folder.path))
    }

    @Test(
        arguments: [Checkpoint.name, SegmentName.index(1), DiskReserve.name])
    func anImpossiblyLongDisposableOneIsPassedOver(name: String) throws {
        let folder = try ContradictionTests.journal()
        try Self.lengthen(folder.url(name).path)
        var count = 0
        let journal = try Journal.open(
            directory: folder.path, till: "1", restore: { _ in true }, replay: { _ in count += 1 })
        #expect(count > 0, "everything is read")
        try journal.append(event: "e", order: nil, fields: Array("{}".utf8), needsRoom: true)
        #expect(journal.checkpoint([1]))
        journal.close()
        #expect(try JournalReader.verify(directory: folder.path, full: true).isClean)
    }

    /// Without taking room.
    private static func lengthen(_ path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        try #require(ftruncate(file, (1 << 30) + 1) == 0)
    }

    @Test func fileSystemsAreTakenByName() throws {
        for magic: UInt32 in [
            0xef53, 0x5846_5342, 0x9123_683e, 0xf2f5_2010, 0x2fc1_2fc1, 0xca45_1a4e, 0x3153_464a, 0x794c_7630,
            0x0102_1994,
        ] { #expect(FileSystem(magic: magic).isTrusted) }
        for magic: UInt32 in [0x6573_5546, 0x786f_4256, 0x6969, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x4d44, 1] {
            #expect(!FileSystem(magic: magic).isTrusted)
        }
        #expect(FileSystem(magic: 0x6573_5546).name == "FUSE" && FileSystem(magic: 0x786f_4256).name == "vboxsf")
        #expect(FileSystem(magic: 0x1234).name == "0x1234")
        // A real one that no journal can be on.
        #expect(throws: JournalError.untrustedFileSystem(path: "/proc/self", name: "0x9fa0")) {
            _ = try Journal.open(directory: "/proc/self", till: "1") { _ in }
        }
    }
}
