package import Persistence

/// A life of a journal on a simulated disk: lines, faults, deaths and power failures as a seed says.
///
/// The promises are checked at every start, and in futures that branch off between its operations.
package struct CrashWalk {
    /// How large segments are here, so that a short life sees several.
    package static let limits = SegmentLimits(longest: 2600, step: 1024, indexStep: 500)

    package let disk: SimulatedDisk
    private let futures: CrashFutures
    private var events = 0
    private let stamps = ScriptedStamps()

    /// Makes a walk; `branches` is how many futures are tried before each operation of the disk.
    package init(seed: UInt64, branches: Int = 0) {
        disk = SimulatedDisk(seed: seed)
        futures = CrashFutures(branches: branches)
    }

    /// What was not as promised.
    package var broken: [String] { futures.broken }

    /// How many times the journal was opened after a crash and compared.
    package var states: Int { futures.states }

    /// Lines that have to be there, oldest first.
    package var promised: [[UInt8]] { futures.promise.lines.map(\.bytes) }

    /// Lives up to five times, then looks at what is left.
    package mutating func run(flipping: Bool = false, checking: Bool = true) {
        futures.isFlipping = flipping
        if futures.branches > 0 {
            disk.witness = { [disk, futures] in futures.branch(from: disk) }
        }
        defer { disk.witness = nil }
        for _ in 0...disk.random.below(5) {
            live()
            if disk.random.chance(50) { disk.crash() } else { disk.kill() }
        }
        disk.witness = nil
        if flipping { CrashFutures.flip(disk) }
        if checking { futures.check(disk, isFlipped: flipping) }
    }

    private mutating func live() {
        disk.life = disk.random.chance(80) ? disk.random.below(60) : nil
        disk.faults = [0, 0, 3, 20][disk.random.below(4)]
        guard let journal = futures.open(disk, stamps) else { return }
        for _ in 0..<disk.random.below(14) where !disk.isDead {
            events += 1
            let event = "event\(events)"
            let size = disk.random.below(disk.random.chance(10) ? 900 : 60)
            // No letter that is one bit away from LF: where such a one is torn off, it looks like a flipped bit.
            let fields = Array("{\"x\":\"\(String(repeating: "x", count: size))\"}".utf8)
            futures.promise.tried(event, fields)
            let names = CrashNames(event: event)
            if let record = try? journal.append(event: event, order: names.order, keys: names.keys, fields: fields) {
                futures.promise.acknowledged(record)
                if disk.random.chance(8) { journal.checkpoint(futures.promise.state) }
                if disk.random.chance(10) { futures.look(in: journal, disk) }
            }
        }
        if disk.random.chance(20) { journal.checkpoint(futures.promise.state) }
    }
}
