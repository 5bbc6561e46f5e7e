import CSystem
import Glibc

/// The kernel's random source.
public struct SystemRandom: RandomSource {
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                // The standard library's generator would ask the kernel once for each byte.
                let got = getrandom(start + filled, count - filled, 0)
                precondition(got > 0 || errno == EINTR, "getrandom(2) fails only when a signal interrupts it")
                filled += max(0, got)
            }
        }
    }
}
