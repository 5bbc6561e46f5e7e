import JournalDisk

/// Walks of many seeds, one thread for each processor.
enum Walks {
    struct Tally: Sendable {
        var seeds = 0
        var states = 0
        var failures: [String] = []
    }

    /// How many futures are tried before each operation of a disk.
    private static let branches = 2

    /// Walks seed after seed until so many states were seen; after a failure no new seed begins.
    static func run(states: Int, from first: UInt64, flipping: Bool) async -> Tally {
        let turns = WorkCounter(from: first)
        return await withTaskGroup(of: Tally.self) { group in
            for _ in 0..<Processors.count {
                group.addTask {
                    var tally = Tally()
                    while turns.goesOn(until: states) {
                        let seed = turns.next
                        var walk = CrashWalk(seed: seed, branches: branches)
                        walk.run(flipping: flipping)
                        turns.note(walk.states)
                        tally.seeds += 1
                        tally.states += walk.states
                        guard !walk.broken.isEmpty else { continue }
                        turns.stop()
                        tally.failures += walk.broken.map { "seed \(seed)\(flipping ? " --flipping" : ""): \($0)" }
                    }
                    return tally
                }
            }
            return await group.reduce(into: Tally()) { sum, tally in
                sum.seeds += tally.seeds
                sum.states += tally.states
                sum.failures += tally.failures
            }
        }
    }

    /// Prints every operation of one walk; false when a promise was broken.
    static func follow(_ seed: UInt64, flipping: Bool) -> Bool {
        var walk = CrashWalk(seed: seed, branches: branches)
        walk.disk.trace = { [unowned disk = walk.disk] in print("\(disk.operations): \($0)") }
        walk.run(flipping: flipping)
        for failure in walk.broken { print(failure) }
        print("seed \(seed): \(walk.states) states, \(walk.broken.count) failures")
        return walk.broken.isEmpty
    }
}
