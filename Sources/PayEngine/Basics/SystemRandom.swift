import Persistence

/// The kernel's random source.
public struct SystemRandom: RandomSource {
    /// Makes the kernel's random source.
    public init() {}

    /// Returns random bytes from the kernel: all that were asked for, or none.
    public func bytes(_ count: Int) throws(RandomError) -> [UInt8] {
        do {
            return try RandomBytes.draw(count)
        } catch {
            throw .unavailable("\(error)")
        }
    }
}
