import Glibc

/// Texts that line after line repeats, such as an address or a person's number: each is one string in memory.
struct TextPool: Sendable {
    /// Shorter ones are kept within the string itself.
    private static let shortest = 16
    private static let size = 64

    private var texts: [String] = Array(repeating: "", count: size)

    /// Returns the text of these bytes, which are UTF-8.
    mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.count >= Self.shortest else { return String(decoding: bytes, as: UTF8.self) }
        let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        let mixed = (first ^ (last &* 0x9e37_79b9_7f4a_7c15) ^ UInt64(bytes.count)) &* 0xff51_afd7_ed55_8ccd
        let place = Int(truncatingIfNeeded: mixed >> 58)
        if Self.isEqual(&texts[place], bytes) { return texts[place] }
        let text = String(decoding: bytes, as: UTF8.self)
        texts[place] = text
        return text
    }

    private static func isEqual(_ text: inout String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        text.withUTF8 { known in
            guard known.count == bytes.count, let one = known.baseAddress, let other = bytes.baseAddress else {
                return false
            }
            return memcmp(one, other, known.count) == 0
        }
    }
}
