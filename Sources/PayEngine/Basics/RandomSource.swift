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
