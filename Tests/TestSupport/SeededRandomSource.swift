import PayEngine
import Synchronization

/// The engine's random source with the same numbers in every run, so that a property that fails fails again.
package final class SeededRandomSource: RandomSource {
    private let generator: Mutex<SplitMix>

    package init(_ seed: UInt64) {
        generator = Mutex(SplitMix(seed: seed))
    }

    package func next() -> UInt64 {
        generator.withLock { $0.next() }
    }

    package func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    package func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    package func int64(in range: ClosedRange<Int64>) -> Int64 {
        range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    package func flag() -> Bool { below(2) == 0 }

    package func element<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Text of so many characters, some of them of several bytes.
    package func words(_ count: Int) -> String {
        String((0..<count).map { _ in element(of: Array("ab Z09-押金￥é😀")) })
    }
}
