import Synchronization

/// Notes pauses instead of making them.
final class Tally: Sendable {
    private let pauses = Mutex<[Duration]>([])

    var all: [Duration] { pauses.withLock { $0 } }

    func add(_ pause: Duration) {
        pauses.withLock { $0.append(pause) }
    }
}
