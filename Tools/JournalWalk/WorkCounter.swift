import Synchronization

/// What the threads of a walk share: whose turn is next, how much was seen, and whether it is enough.
final class WorkCounter: Sendable {
    private let following: Atomic<UInt64>
    private let seen = Atomic(0)
    private let isStopped = Atomic(false)

    init(from first: UInt64) {
        following = Atomic(first)
    }

    var next: UInt64 { following.add(1, ordering: .relaxed).oldValue }

    func note(_ states: Int) { seen.add(states, ordering: .relaxed) }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Whether work is left until so many states were seen; none is after a stop.
    func goesOn(until states: Int) -> Bool {
        seen.load(ordering: .relaxed) < states && !isStopped.load(ordering: .relaxed)
    }
}
