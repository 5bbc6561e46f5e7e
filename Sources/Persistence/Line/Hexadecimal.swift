/// Lower-case hexadecimal digits, the only spelling that the format knows.
enum Hexadecimal {
    /// Returns the digit's value; nil for everything but `0`–`9` and `a`–`f`.
    @inline(__always)
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit &- 0x30
        case 0x61...0x66: digit &- 0x57
        default: nil
        }
    }

    /// Returns the digit of a value below 16.
    @inline(__always)
    static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 &+ value : 0x57 &+ value
    }

    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return digits
    }

    /// Eight digits, the most significant first.
    static func encode(_ value: UInt32) -> [UInt8] {
        (0..<8).map { digit(UInt8(truncatingIfNeeded: value >> (28 - 4 * $0) & 15)) }
    }
}
