/// A character of two to four bytes of UTF-8, as far as its bytes are there.
struct UTF8Character: Equatable, Sendable {
    private var value: UInt32
    private var left: Int
    /// The bytes that may come next.
    ///
    /// Overlong forms, surrogates and what is above U+10FFFF are shut out by the second one.
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    /// Begins a character; nil for a byte with which none begins.
    init?(lead: UInt8) {
        switch lead {
        case 0xC2...0xDF: (value, left) = (UInt32(lead & 0x1F), 1)
        case 0xE0...0xEF: (value, left) = (UInt32(lead & 0x0F), 2)
        case 0xF0...0xF4: (value, left) = (UInt32(lead & 0x07), 3)
        default: return nil
        }
        switch lead {
        case 0xE0: next = 0xA0...0xBF
        case 0xED: next = 0x80...0x9F
        case 0xF0: next = 0x90...0xBF
        case 0xF4: next = 0x80...0x8F
        default: break
        }
    }

    /// The character, when all of its bytes are there.
    var whole: Unicode.Scalar? { left == 0 ? Unicode.Scalar(value) : nil }

    /// Takes the next byte; false when it is none of this character.
    mutating func append(_ byte: UInt8) -> Bool {
        guard left > 0, next.contains(byte) else { return false }
        value = value << 6 | UInt32(byte & 0x3F)
        left -= 1
        next = 0x80...0xBF
        return true
    }
}
