import PayEngine
import Synchronization

/// The same numbers in every run (SplitMix64), so that a property that fails fails again.
final class SeededRandom: RandomSource {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) {
        state = Mutex(seed)
    }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    func int64(in range: ClosedRange<Int64>) -> Int64 {
        range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    func flag() -> Bool { below(2) == 0 }

    func element<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Text of so many characters, some of them of several bytes.
    func words(_ count: Int) -> String {
        String((0..<count).map { _ in element(of: Array("ab Z09-押金￥é😀")) })
    }
}
