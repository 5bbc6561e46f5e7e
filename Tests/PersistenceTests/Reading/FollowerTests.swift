import Foundation
import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// A follower.
struct FollowerTests {
    private let empty = Array("{}".utf8)

    private func open(_ folder: TemporaryFolder) throws -> Journal {
        try Journal.open(
            DiskFolder.prepared(folder.path), stamps: ScriptedStamps(), till: "1",
            lock: JournalLock.acquire(in: DiskFolder.prepared(folder.path), waiting: .zero), limits: CrashWalk.limits
        ) { _ in }
    }

    private func poll(_ follower: JournalFollower) throws -> [String] {
        var events: [String] = []
        try follower.poll { events.append($0.event) }
        return events
    }

    @Test func aFollowerGetsEveryRecordOnceOverSegmentsAndRestarts() throws {
        let folder = try TemporaryFolder()
        let follower = JournalFollower(directory: folder.path + "/none")
        #expect(try poll(follower) == [])
        let here = JournalFollower(directory: folder.path)
        var written: [String] = []
        var seen: [String] = []
        for round in 0..<6 {
            let journal = try open(folder)
            for event in 0..<round * 5 {
                try journal.append(event: "r\(round)e\(event)", order: nil, fields: empty)
                written.append("r\(round)e\(event)")
                if event % 4 == 0 { seen += try poll(here) }
            }
            seen += try poll(here)
            #expect(seen == written)
            journal.close()
            #expect(try poll(here) == [])
        }
        #expect(try folder.names.filter { SegmentName.ordinal($0) != nil }.count > 2)
    }

    @Test func aLineThatADeadWriterLeftIsToldWhenTheNextOneHasMadeSureOfIt() throws {
        let folder = try TemporaryFolder()
        let journal = try open(folder)
        try journal.append(event: "a", order: nil, fields: empty)
        let (line, _) = try journal.builder.line(
            after: journal.chain, event: "b", order: nil, keys: [], stamp: ScriptedStamps().stamp(), fields: empty)
        let end = try #require(journal.end)
        journal.close()
        var bytes = try folder.read(SegmentName.make(1))
        bytes.replaceSubrange(Int(end.length)..<(Int(end.length) + line.count), with: line)
        try folder.write(SegmentName.make(1), bytes)
        let follower = JournalFollower(directory: folder.path)
        #expect(try poll(follower) == ["a"])
        let next = try open(folder)
        #expect(try poll(follower) == ["b"])
        next.close()
    }

    @Test func aFollowerSaysSoWhenTheJournalWasExchangedUnderIt() throws {
        let folder = try TemporaryFolder()
        try open(folder).append(event: "a", order: nil, fields: empty)
        let follower = JournalFollower(directory: folder.path)
        #expect(try poll(follower) == ["a"])
        let other = try TemporaryFolder()
        try Journal.open(directory: other.path, till: "1") { _ in }.append(event: "x", order: nil, fields: empty)
        try folder.write(SegmentName.make(1), other.read(SegmentName.make(1)))
        #expect(throws: JournalError.self) { try poll(follower) }
    }
}
