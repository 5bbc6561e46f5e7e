import PayEngine
import Synchronization

/// A random source that gives nothing after so many draws, until it is told to flow again.
final class DryRandom: RandomSource {
    private let left: Mutex<Int>

    init(after draws: Int) {
        left = Mutex(draws)
    }

    func flow(_ draws: Int) { left.withLock { $0 = draws } }

    func bytes(_ count: Int) throws(RandomError) -> [UInt8] {
        let isDry = left.withLock { left in
            left -= 1
            return left < 0
        }
        if isDry { throw .unavailable("dry") }
        // Small enough for every alphabet: one draw makes a number, one a nonce.
        return try SystemRandom().bytes(count).map { $0 % 240 }
    }
}
