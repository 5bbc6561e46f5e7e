import JournalDisk
import TestSupport
import Testing

@testable import Persistence

/// Looking a name up.
struct FindTests {
    private static let names = (0..<9).map { "name\($0)" } + ["押金\"", "nobody"]

    private func open(
        _ disk: SimulatedDisk, longest: Int64 = 2000, restore: Bool = false
    ) throws -> Journal {
        try Journal.open(
            disk, stamps: ScriptedStamps(), till: "1", limits: SegmentLimits(longest: longest, step: 512),
            restore: { _ in restore }, replay: { _ in })
    }

    private func append(_ count: Int, to journal: Journal, _ random: inout SeededRandom) throws {
        for _ in 0..<count {
            let order = random.chance(80) ? Self.names[random.below(9)] : nil
            let keys = (0..<random.below(4)).map { _ in Self.names[random.below(10)] }
            try journal.append(event: "e\(random.below(99))", order: order, keys: keys, fields: Array("{}".utf8))
        }
    }

    /// What a reading of everything gives.
    private func scanned(_ name: String, _ disk: SimulatedDisk) throws -> [JournalRecord] {
        var found: [JournalRecord] = []
        var unreadable: [JournalProblem] = []
        _ = try JournalScan.run(SegmentFolder(disk), disk) { line in
            try RecordReader.read(line, &unreadable) { record in
                if record.order == name || record.keys.contains(name) { found.append(record) }
            }
        }
        return found
    }

    private func found(_ name: String, _ disk: SimulatedDisk) throws -> [JournalRecord] {
        var found: [JournalRecord] = []
        _ = try JournalReader.find(name, SegmentFolder(disk), disk, upTo: nil) { found.append($0) }
        return found
    }

    private func found(_ name: String, _ journal: Journal) throws -> [JournalRecord] {
        var found: [JournalRecord] = []
        try journal.find(name) { found.append($0) }
        return found
    }

    private func expectAgreement(
        _ disk: SimulatedDisk, _ journal: Journal?, _ comment: Comment, _ random: inout SeededRandom,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for name in Self.names.shuffled(using: &random).prefix(4) {
            let wanted = try scanned(name, disk)
            #expect(try found(name, disk) == wanted, comment, sourceLocation: sourceLocation)
            if let journal { #expect(try found(name, journal) == wanted, comment, sourceLocation: sourceLocation) }
        }
    }

    private func indexes(_ disk: SimulatedDisk) -> [String] {
        disk.contents.keys.filter { $0.hasSuffix(".idx") }.sorted()
    }

    @Test(arguments: 0..<8)
    func aLookUpSeesEveryLineUpToNowInAllSegments(seed: UInt64) throws {
        let disk = SimulatedDisk(seed: seed)
        var random = SeededRandom(seed: seed)
        let journal = try open(disk)
        for round in 0..<6 {
            try append(random.below(30), to: journal, &random)
            try expectAgreement(disk, journal, "round \(round)", &random)
            if random.chance(30) { journal.checkpoint([1]) }
        }
        let again = try open(disk, restore: seed % 2 == 0)
        try expectAgreement(disk, again, "at the next start", &random)
        try append(20, to: again, &random)
        try expectAgreement(disk, again, "behind the next start", &random)
    }

    @Test(arguments: 0..<40)
    func aLookUpGivesWhatAReadingGivesWhateverBecameOfTheFiles(seed: UInt64) throws {
        let disk = SimulatedDisk(seed: seed)
        var random = SeededRandom(seed: seed)
        let first = try open(disk)
        try append(60, to: first, &random)
        first.checkpoint([1])
        for (name, bytes) in disk.contents.sorted(by: { $0.key < $1.key }) where random.chance(40) {
            guard SegmentName.ordinal(name) != nil || name.hasSuffix(".idx") else { continue }
            if random.chance(50) {
                for _ in 0...random.below(3) {
                    disk.flip(name, random.below(bytes.count), 1 << UInt8(random.below(8)))
                }
            } else {
                disk.put(name, Vandal.change(bytes, &random))
            }
        }
        try expectAgreement(disk, nil, "read", &random)
        guard let journal = try? open(disk, restore: seed % 2 == 0) else { return }
        try expectAgreement(disk, journal, "written on", &random)
        try append(25, to: journal, &random)
        try expectAgreement(disk, journal, "behind the damage", &random)
    }

    @Test func aLookUpVerifiesLinesThatWereDamagedSinceTheOneBefore() throws {
        let disk = SimulatedDisk(seed: 4)
        var random = SeededRandom(seed: 4)
        let journal = try open(disk)
        try append(60, to: journal, &random)
        try expectAgreement(disk, journal, "whole", &random)
        for name in disk.contents.keys.sorted() where SegmentName.ordinal(name) != nil {
            let line = try #require(disk.contents[name]?.lastIndex(of: 0x7d))
            disk.flip(name, line - random.below(300), 4)
            try expectAgreement(disk, journal, "\(name)", &random)
        }
    }

    @Test func eachSegmentThatIsOverHasAnIndexAndMissingOnesAreMadeAtTheNextStart() throws {
        let disk = SimulatedDisk(seed: 5)
        var random = SeededRandom(seed: 5)
        let journal = try open(disk)
        try append(60, to: journal, &random)
        let all = indexes(disk)
        let sealed = disk.contents.keys.filter { SegmentName.ordinal($0) != nil }.count - 1
        #expect(all == (1...sealed).map { SegmentName.index($0) })
        let good = disk.contents
        journal.close()
        try disk.remove(all[0])
        disk.put(all[1], Array(good[all[1]]?.dropLast(256) ?? []))
        disk.put(all[2], good[all[3]] ?? [])
        disk.flip(all[3], 40, 1)
        _ = try open(disk)
        for name in all { #expect(disk.contents[name] == good[name]) }
    }

    @Test func theIndexOfAnotherJournalOrOfLinesThatAreGoneIsNotBelieved() throws {
        let disk = SimulatedDisk(seed: 6)
        var random = SeededRandom(seed: 6)
        let journal = try open(disk, longest: 9000)
        try append(60, to: journal, &random)
        let segments = try SegmentFolder(disk).segments
        let index = try #require(SegmentIndex.load(1, disk))
        let limit = try #require(segments[0].declared?.length)
        #expect(try index.header.agrees(with: segments[0], limit, disk))
        var other = index.header
        other.generation = "00000000-0000-4000-8000-000000000000"
        #expect(try !other.agrees(with: segments[0], limit, disk))
        other = index.header
        other.chain.checksum ^= 1
        #expect(try !other.agrees(with: segments[0], limit, disk))
        #expect(try !index.header.agrees(with: segments[0], limit - 1, disk))
        #expect(try !index.header.agrees(with: segments[1], limit, disk))
    }

    @Test func anIndexWhoseDamageALookUpMetIsReplaced() throws {
        let disk = SimulatedDisk(seed: 7)
        var random = SeededRandom(seed: 7)
        let journal = try open(disk)
        try append(60, to: journal, &random)
        let name = indexes(disk)[0]
        let good = try #require(disk.contents[name])
        for offset in stride(from: 300, to: good.count, by: 256) { disk.flip(name, offset, 2) }
        try expectAgreement(disk, journal, "damaged", &random)
        #expect(disk.contents[name] == good)
    }

    @Test func onlyWhatIsBehindTheIndexOfTheActiveSegmentIsRead() throws {
        let disk = SimulatedDisk(seed: 8)
        var random = SeededRandom(seed: 8)
        let journal = try open(disk, longest: 1 << 20)
        try append(40, to: journal, &random)
        let (segment, end) = try (#require(SegmentFolder(disk).segments.last), #require(journal.end))
        try IndexJob(segment: segment, end: (end.length, journal.chain)).run(disk)
        try append(40, to: journal, &random)
        journal.checkpoint([1])
        try append(5, to: journal, &random)
        journal.close()
        let report = try JournalReader.find("nobody", SegmentFolder(disk), disk, upTo: nil) { _ in }
        #expect(report.lines == 45)
        let next = try open(disk, longest: 1 << 20, restore: true)
        #expect(next.report.checkpoint == 81)
        try expectAgreement(disk, next, "prefix, gap and tail", &random)
        try append(20, to: next, &random)
        try expectAgreement(disk, next, "and more", &random)
    }
}
