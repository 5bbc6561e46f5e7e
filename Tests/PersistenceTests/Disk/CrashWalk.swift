@testable import Persistence

/// A life of a journal on a simulated disk: lines, faults, deaths and power failures as a seed says. The promises are
/// checked at every start.
struct CrashWalk {
    /// How large segments are here, so that a short life sees several.
    static let limits = SegmentLimits(longest: 2600, step: 1024)

    private(set) var disk: SimulatedDisk
    private(set) var broken: [String] = []
    /// Lines that have to be there, oldest first.
    private(set) var promised: [[UInt8]] = []
    /// Events that may be there besides: tried, and neither acknowledged nor seen to be void.
    private var possible: Set<String> = []
    private var events = 0
    private let stamps = ScriptedStamps()

    init(seed: UInt64) {
        disk = SimulatedDisk(seed: seed)
    }

    /// Lives up to five times, then looks at what is left.
    mutating func run(flipping: Bool = false, checking: Bool = true) {
        for _ in 0...disk.random.below(5) {
            live()
            if disk.random.chance(50) { disk.crash() } else { disk.kill() }
        }
        if flipping { flip() }
        if checking { check(flipped: flipping) }
    }

    private mutating func live() {
        disk.life = disk.random.chance(80) ? disk.random.below(60) : nil
        disk.faults = [0, 0, 3, 20][disk.random.below(4)]
        guard let journal = open(mayFail: true, mayRepair: false) else { return }
        for _ in 0..<disk.random.below(14) where !disk.isDead {
            events += 1
            let event = "event\(events)"
            possible.insert(event)
            let size = disk.random.below(disk.random.chance(10) ? 900 : 60)
            // No letter that is one bit away from LF: where such a one is torn off, it looks like a flipped bit.
            let fields = Array("{\"x\":\"\(String(repeating: "x", count: size))\"}".utf8)
            if let record = try? journal.append(event: event, order: nil, fields: fields) {
                promised.append(record.line)
                possible.remove(event)
                if disk.random.chance(8) { journal.checkpoint(state) }
            }
        }
        if disk.random.chance(20) { journal.checkpoint(state) }
    }

    /// What a checkpoint holds here: every line.
    private var state: [UInt8] { Array(promised.joined(separator: [0x0a])) }

    /// Opens the journal and compares it with what was promised.
    private mutating func open(mayFail: Bool, mayRepair: Bool) -> Journal? {
        var lines: [[UInt8]] = []
        var events: [String] = []
        do {
            let journal = try Journal.open(
                disk, stamps: stamps, till: "1", limits: Self.limits,
                restore: { state in
                    lines = state.split(separator: 0x0a).map(Array.init)
                    events = lines.map { line in
                        line.withUnsafeBytes { JournalRecord(line: $0)?.event } ?? ""
                    }
                    return true
                },
                replay: { record in
                    lines.append(record.line)
                    events.append(record.event)
                })
            compare(lines, events)
            if !journal.report.gaps.isEmpty || journal.report.problems.contains(where: \.isDamage) {
                broken.append("damage reported: \(journal.report)")
            }
            if !mayRepair, !journal.report.repairs.isEmpty { broken.append("repaired: \(journal.report)") }
            return journal
        } catch {
            if !mayFail { broken.append("can't be opened: \(error)") }
            return nil
        }
    }

    /// Every promised line is there, in order; whatever else is there was tried once, and is promised from now on.
    private mutating func compare(_ lines: [[UInt8]], _ events: [String]) {
        var next = promised.startIndex
        for (line, event) in zip(lines, events) {
            if next < promised.endIndex, line == promised[next] {
                next += 1
            } else if possible.remove(event) == nil {
                broken.append("a wrong line: \(String(decoding: line, as: UTF8.self))")
            }
        }
        if next < promised.endIndex {
            broken.append("a lost line: \(String(decoding: promised[next], as: UTF8.self))")
        }
        promised = lines
        possible = []
    }

    /// Flips one bit of any segment, or of the checkpoint.
    private mutating func flip() {
        let names = disk.contents.filter {
            ($0.key == Checkpoint.name || SegmentName.ordinal($0.key) != nil) && !$0.value.isEmpty
        }.keys.sorted()
        guard !names.isEmpty else { return }
        let name = names[disk.random.below(names.count)]
        let offset = disk.random.below(disk.contents[name]?.count ?? 1)
        disk.flip(name, offset, 1 << UInt8(disk.random.below(8)))
    }

    private mutating func check(flipped: Bool) {
        _ = open(mayFail: false, mayRepair: flipped)
        // What the repairing writer declared has to hold for the next one.
        _ = open(mayFail: false, mayRepair: flipped)
    }
}
