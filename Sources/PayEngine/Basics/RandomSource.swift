import Persistence

/// Where nonces and the random digits of numbers come from: the system's source, or a test's.
public protocol RandomSource: Sendable {
    /// Returns random bytes.
    ///
    /// - Throws: ``RandomError`` when there are none: whatever needs them must not be made.
    func bytes(_ count: Int) throws(RandomError) -> [UInt8]
}

extension RandomSource {
    /// Returns a text of characters that are each drawn evenly from the alphabet (at most 256 characters).
    func text(_ count: Int, from alphabet: [UInt8]) throws(RandomError) -> String {
        let usable = 256 - 256 % alphabet.count
        var text: [UInt8] = []
        while text.count < count {
            // Bytes past the last whole multiple would favour the first characters.
            let drawn = try bytes(count).map(Int.init).filter { $0 < usable }
            text += drawn.map { alphabet[$0 % alphabet.count] }
        }
        return String(decoding: text.prefix(count), as: UTF8.self)
    }
}

/// Why there are no random bytes.
public enum RandomError: Error, Equatable, Sendable {
    /// The system gives none, by neither of its ways. The text is for engineers.
    case unavailable(String)
}

extension RandomError: CustomStringConvertible {
    /// The error in English, for engineers.
    public var description: String {
        switch self {
        case .unavailable(let text): "the system gives no random bytes (\(text))"
        }
    }
}

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
