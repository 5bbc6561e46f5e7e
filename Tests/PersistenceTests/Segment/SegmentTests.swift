import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// Segments.
struct SegmentTests {
    private let empty = Array("{}".utf8)

    private func open(_ disk: any JournalIO, _ limits: SegmentLimits = CrashWalk.limits) throws -> Journal {
        try Journal.open(disk, stamps: ScriptedStamps(), till: "1", limits: limits) { _ in }
    }

    @Test func segmentsRollOverBeforeTheyAreTooLongAndLoseTheirFillThen() throws {
        let folder = try TemporaryFolder()
        let disk = try DiskFolder.prepared(folder.path)
        let journal = try open(disk)
        for number in 0..<100 { try journal.append(event: "e\(number)", order: nil, fields: empty) }
        let names = try folder.names.filter { SegmentName.ordinal($0) != nil }
        #expect(names.count > 5)
        for name in names {
            let bytes = try folder.read(name)
            #expect(bytes.count <= CrashWalk.limits.longest)
            if name != names.last { #expect(bytes.suffix(2) == Array("}\n".utf8)) }
        }
        var events: [String] = []
        let report = try JournalReader.read(directory: folder.path) { events.append($0.event) }
        #expect(events == (0..<100).map { "e\($0)" })
        #expect(report.isClean && report.segments == names.count && report.lines == 100 + names.count)
        #expect(try JournalReader.verify(directory: folder.path, full: true) == report)
    }

    @Test func segmentsAreFilledAheadAMebibyteAtATimeAndWrittenOver() throws {
        let disk = SimulatedDisk(seed: 1)
        let journal = try open(disk, SegmentLimits())
        let name = SegmentName.make(1)
        let before = disk.operations
        try journal.append(event: "e", order: nil, fields: empty)
        #expect(disk.operations == before + 2, "one write and one sync")
        #expect(disk.contents[name]?.count == 1 << 20)
        journal.close()
        try open(disk, SegmentLimits()).append(event: "f", order: nil, fields: empty)
        #expect(disk.contents[name]?.count == 1 << 20)
        #expect(disk.contents[name]?.last == 0x0a)
    }

    @Test(
        arguments: [
            "", "\n\n\n", "{\"n\":2,\"e\":\"seg", "\0\0\0\0", "a line\nand another\n",
        ])
    func stillbornSegmentsAreKeptAndPassedOverAndTheirOrdinalsNotUsedAgain(content: String) throws {
        let disk = SimulatedDisk(seed: 1)
        try open(disk).append(event: "a", order: nil, fields: empty)
        disk.put(SegmentName.make(2), Array(content.utf8))
        var events: [String] = []
        let journal = try Journal.open(disk, stamps: ScriptedStamps(), till: "1") { events.append($0.event) }
        try journal.append(event: "b", order: nil, fields: empty)
        #expect(events == ["a"] && journal.report.stillborn == [2] && journal.report.isClean)
        #expect(journal.end?.segment == 3)
        #expect(disk.contents[SegmentName.make(2)] == Array(content.utf8))
    }

    @Test func afterAFailedSyncTheLineIsWrittenAnewAndItsFirstCopyIsVoid() throws {
        let disk = SimulatedDisk(seed: 1)
        let journal = try open(disk)
        try journal.append(event: "a", order: nil, fields: empty)
        let length = try #require(journal.end?.length)
        disk.failNext("sync()")
        let record = try journal.append(event: "b", order: nil, fields: empty)
        #expect(record.number == 4 && journal.end?.segment == 2)
        let folder = try SegmentFolder(disk)
        #expect(folder.segments.first?.declared?.length == length)
        #expect((folder.segments.first?.declared?.void ?? 0) > 100)
        journal.close()
        var numbers: [Int64] = []
        let next = try Journal.open(disk, stamps: ScriptedStamps(), till: "1") { numbers.append($0.number) }
        #expect(numbers == [2, 4] && next.report.isClean)
    }

    @Test func aDiskThatFailsTwiceRefusesTheEventAndTakesTheNext() throws {
        let disk = SimulatedDisk(seed: 1)
        let journal = try open(disk)
        disk.failNext("write(_:at:)", "create(_:)")
        #expect(throws: JournalError.self) { try journal.append(event: "a", order: nil, fields: empty) }
        let record = try journal.append(event: "b", order: nil, fields: empty)
        #expect(record.number == 3 && journal.end?.segment == 3)
        journal.close()
        var events: [String] = []
        _ = try Journal.open(disk, stamps: ScriptedStamps(), till: "1") { events.append($0.event) }
        #expect(events == ["b"])
    }

    @Test func aFullDiskRefusesNewWorkAndOutcomesGetTheReserve() throws {
        let disk = SimulatedDisk(seed: 1)
        let journal = try open(disk)
        #expect(disk.contents[DiskReserve.name] != nil)
        disk.free = DiskReserve.leastFree - 1
        #expect(throws: JournalError.noRoom(free: disk.free)) {
            try journal.append(event: "intent", order: nil, fields: empty, needsRoom: true)
        }
        disk.isFull = true
        try journal.append(event: "outcome", order: nil, fields: empty)
        #expect(disk.contents[DiskReserve.name] == nil)
        disk.isFull = false
        disk.free = 1 << 30
        try journal.append(event: "intent", order: nil, fields: empty, needsRoom: true)
        #expect(disk.contents[DiskReserve.name] != nil)
    }
}
