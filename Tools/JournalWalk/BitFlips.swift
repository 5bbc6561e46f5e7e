import JournalDisk
import Persistence

/// Flips every single bit of a journal, and looks whether the reader finds that very bit and puts it right.
///
/// A reading flips the same bit of every second line: each is one flip for its line and for those beside it, and all
/// are tried in seconds.
struct BitFlips {
    struct Tally: Sendable {
        var lines = 0
        var flips = 0
        var failures: [String] = []
    }

    private struct Line {
        var segment: String
        var offset: Int
        /// Without the LF, which is flipped too.
        var bytes: [UInt8]
    }

    private let disk: SimulatedDisk
    private let lines: [Line]

    /// Writes so many lines of all common lengths, over a few segments.
    private init(lines count: Int) throws {
        disk = SimulatedDisk(seed: 1)
        let limits = SegmentLimits(longest: 200_000, step: 4096)
        let journal = try Journal.open(
            disk: disk, stamps: ScriptedStamps(), till: "824", limits: limits, restore: { _ in false },
            replay: { _ in })
        for number in 0..<count {
            // Letters next to LF, to quotes and to braces are among them.
            let text = String(repeating: "*J押 x{}:,", count: number % 23)
            let fields = Array("{\"body\":\"\(text)\",\"fee\":\(number * 1250)}".utf8)
            _ = try journal.append(event: "e", order: "o\(number)", keys: ["k\(number % 7)"], fields: fields)
        }
        journal.close()
        lines = Self.lines(of: disk)
    }

    private static func lines(of disk: SimulatedDisk) -> [Line] {
        disk.contents.keys.filter { SegmentName.ordinal($0) != nil }.sorted().flatMap { name in
            var offset = 0
            return (disk.contents[name] ?? []).split(separator: 0x0a, omittingEmptySubsequences: false).compactMap {
                line in
                defer { offset += line.count + 1 }
                return line.isEmpty ? nil : Line(segment: name, offset: offset, bytes: Array(line))
            }
        }
    }

    /// Tries them all, one thread for each processor.
    static func run(lines: Int) async -> Tally {
        let turns = WorkCounter(from: 0)
        return await withTaskGroup(of: Tally.self) { group in
            for _ in 0..<Processors.count {
                group.addTask {
                    do {
                        return try BitFlips(lines: lines).work(turns)
                    } catch {
                        return Tally(failures: ["the journal for flips can't be written: \(error)"])
                    }
                }
            }
            return await group.reduce(into: Tally()) { sum, tally in
                sum.lines = tally.lines
                sum.flips += tally.flips
                sum.failures += tally.failures
            }
        }
    }

    private func work(_ turns: WorkCounter) throws -> Tally {
        var tally = Tally(lines: lines.count)
        let longest = lines.map(\.bytes.count).max() ?? 0
        while tally.failures.isEmpty {
            let turn = Int(turns.next)
            let (place, bit) = (turn / 16, turn % 8)
            guard place <= longest else { break }
            let chosen = lines.indices.filter { $0 % 2 == turn / 8 % 2 && place <= lines[$0].bytes.count }
            tally.flips += chosen.count
            if let failure = try failure(flipping: chosen, place, 1 << UInt8(bit)) { tally.failures.append(failure) }
        }
        return tally
    }

    /// Returns what a reading finds wrong when this bit of the chosen lines is flipped.
    private func failure(flipping chosen: [Int], _ place: Int, _ mask: UInt8) throws -> String? {
        for index in chosen { disk.flip(lines[index].segment, lines[index].offset + place, mask) }
        defer { for index in chosen { disk.flip(lines[index].segment, lines[index].offset + place, mask) } }
        var index = 0
        var wrong: Int?
        let report = try Journal.scan(disk: disk) { line in
            if index >= lines.count || !line.elementsEqual(lines[index].bytes) { wrong = wrong ?? index }
            index += 1
        }
        let found = report.repairs.map { [SegmentName.make($0.segment), "\($0.offset)", "\($0.mask)"] }
        let wanted = chosen.map { [lines[$0].segment, "\(lines[$0].offset + place)", "\(mask)"] }
        let isWhole = report.gaps.isEmpty && report.problems.isEmpty && report.tornTailBytes == 0
        if wrong == nil, index == lines.count, found == wanted, isWhole { return nil }
        return "byte \(place), mask \(mask), every second line from \(chosen.first ?? 0): line \(wrong ?? index) is "
            + "wrong, \(found.count) of \(wanted.count) repaired, \(report.gaps.count) gaps, \(report.problems)"
    }
}
