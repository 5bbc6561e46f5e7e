import Persistence

/// The kernel's random source.
public struct SystemRandom: RandomSource {
    public init() {}

    public func bytes(_ count: Int) throws(RandomError) -> [UInt8] {
        do {
            return try RandomBytes.draw(count)
        } catch {
            throw .unavailable("\(error)")
        }
    }
}
