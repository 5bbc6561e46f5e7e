import PayEngine
import Synchronization

/// A random source that is broken: every start of the program gets the same numbers (SplitMix64 of one seed), or one
/// byte for ever.
final class RepeatingRandom: RandomSource {
    private let seed: Mutex<UInt64>
    private let constant: UInt8?

    init(seed: UInt64) {
        self.seed = Mutex(seed)
        constant = nil
    }

    init(constant: UInt8) {
        seed = Mutex(0)
        self.constant = constant
    }

    func bytes(_ count: Int) -> [UInt8] {
        if let constant { return Array(repeating: constant, count: count) }
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    private func next() -> UInt64 {
        seed.withLock { seed in
            seed &+= 0x9E37_79B9_7F4A_7C15
            var mixed = seed
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
