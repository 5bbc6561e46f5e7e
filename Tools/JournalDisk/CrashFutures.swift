package import Persistence

/// What may become of a journal when the world ends now: each future is a disk of its own, whose journal is opened and
/// compared with what was promised.
package final class CrashFutures {
    package var promise = CrashPromise()
    package private(set) var broken: [String] = []
    package private(set) var states = 0
    /// How many futures are tried at each moment.
    package let branches: Int
    /// Whether one bit flips besides.
    package var isFlipping = false

    package init(branches: Int) {
        self.branches = branches
    }

    /// Lets the power fail, or now and then the process alone, in disks that go on from here.
    package func branch(from disk: SimulatedDisk) {
        for _ in 0..<branches {
            let future = disk.fork(seed: disk.random.next())
            if future.random.chance(80) { future.crash() } else { future.kill() }
            if isFlipping { Self.flip(future) }
            let known = (promise, broken.count)
            check(future, isFlipped: isFlipping, again: future.random.chance(25))
            promise = known.0
            if broken.count > known.1 { broken[known.1] = "step \(disk.operations): \(broken[known.1])" }
        }
    }

    /// Opens the journal after a crash.
    ///
    /// What the first writer believed and declared has to hold for the next one, too, and after a power failure between
    /// them.
    package func check(_ disk: SimulatedDisk, isFlipped: Bool, again: Bool = true) {
        states += 1
        _ = open(disk, ScriptedStamps(), mayFail: false, mayRepair: isFlipped)
        guard again else { return }
        disk.crash()
        _ = open(disk, ScriptedStamps(), mayFail: false, mayRepair: isFlipped)
    }

    /// Opens the journal and compares it with what was promised.
    package func open(
        _ disk: SimulatedDisk, _ stamps: ScriptedStamps, mayFail: Bool = true, mayRepair: Bool = false
    ) -> Journal? {
        var found: [CrashPromise.Line] = []
        do {
            let journal = try Journal.open(
                disk: disk, stamps: stamps, till: "1", limits: CrashWalk.limits,
                restore: { state in
                    found = CrashPromise.lines(in: state)
                    return true
                },
                replay: { found.append(CrashPromise.Line(event: $0.event, bytes: $0.line)) })
            broken += promise.compare(found)
            if !journal.report.gaps.isEmpty || journal.report.problems.contains(where: \.isDamage) {
                broken.append("damage reported: \(journal.report)")
            }
            look(in: journal, disk)
            if !mayRepair, !journal.report.repairs.isEmpty { broken.append("repaired: \(journal.report)") }
            return journal
        } catch {
            if !mayFail { broken.append("can't be opened: \(error)") }
            return nil
        }
    }

    /// Looks a name up, by the writer and by a reader beside it: both must find the promised lines, whatever became of
    /// the indexes.
    package func look(in journal: Journal, _ disk: SimulatedDisk) {
        let name = CrashNames.all[disk.random.below(CrashNames.all.count)]
        let wanted = promise.lines.filter { CrashNames(event: $0.event).contain(name) }.map(\.bytes)
        do {
            var written: [[UInt8]] = []
            var read: [[UInt8]] = []
            try journal.find(name) { written.append($0.line) }
            _ = try Journal.find(name, disk: disk) { read.append($0.line) }
            if written != wanted { broken.append("the writer finds \(written.count) of \(wanted.count) \(name)") }
            if read != wanted { broken.append("a reader finds \(read.count) of \(wanted.count) \(name)") }
        } catch {
            if !disk.isDead { broken.append("\(name) can't be looked up: \(error)") }
        }
    }

    /// Flips one bit of any segment, of its index, or of the checkpoint.
    package static func flip(_ disk: SimulatedDisk) {
        let names = disk.contents.filter {
            ($0.key == Checkpoint.name || SegmentName.ordinal($0.key) != nil || $0.key.hasSuffix(".idx"))
                && !$0.value.isEmpty
        }.keys.sorted()
        guard !names.isEmpty else { return }
        let name = names[disk.random.below(names.count)]
        let offset = disk.random.below(disk.contents[name]?.count ?? 1)
        disk.flip(name, offset, 1 << UInt8(disk.random.below(8)))
    }
}
