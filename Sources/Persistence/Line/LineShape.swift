/// The parts of a line that every reader needs, found without parsing JSON.
struct LineShape {
    /// `n`.
    let number: Int64
    /// The printed `c`.
    let checksum: UInt32
    /// How many bytes `c` is computed over.
    let checksumLength: Int
    /// How many bytes `h` is computed over.
    let digestLength: Int

    /// A line's most bytes, LF included.
    static let longest = 8192
    /// The most digits of `n`: no sum of two overflows.
    static let digits = 18
    /// The length of `,"c":"xxxxxxxx"}`.
    static let checksumSuffix = 16
    /// The length of `,"h":"…","c":"xxxxxxxx"}`.
    static let suffix = 55

    /// Nil when the bytes (without LF) are not spelled as a line is: too long, or `n`, `h`, `c` not in their places.
    @inline(__always)
    init?(_ line: UnsafeRawBufferPointer) {
        let count = line.count
        guard count < Self.longest, count > Self.suffix + 6, let printed = Self.printedChecksum(line),
            Self.matches(line, count - Self.suffix, Self.digestMark), line[count - 17] == 0x22,
            line.loadUnaligned(fromByteOffset: 0, as: UInt32.self).littleEndian == 0x226e_227b, line[4] == 0x3a
        else { return nil }
        var number: Int64 = 0
        var index = 5
        while index < 5 + Self.digits, case let digit = line[index], digit >= 0x30, digit <= 0x39 {
            number = number * 10 + Int64(digit &- 0x30)
            index += 1
        }
        guard number > 0, line[5] != 0x30, line[index] == 0x2c else { return nil }
        self.number = number
        checksum = printed
        checksumLength = count - Self.checksumSuffix
        digestLength = count - Self.suffix
    }

    /// Returns the `c` that a line prints at its end, even if the rest of it makes no sense.
    @inline(__always)
    static func printedChecksum(_ line: UnsafeRawBufferPointer) -> UInt32? {
        let count = line.count
        guard count >= checksumSuffix, matches(line, count - checksumSuffix, checksumMark),
            line[count - 2] == 0x22, line[count - 1] == 0x7d
        else { return nil }
        var value: UInt32 = 0
        for index in (count - 10)..<(count - 2) {
            guard let digit = Hexadecimal.value(line[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Returns the printed `h`.
    @inline(__always)
    static func printedDigest(_ line: UnsafeRawBufferPointer) -> PrintedDigest {
        PrintedDigest(printed: UnsafeRawBufferPointer(rebasing: line[(line.count - suffix + 6)...]))
    }

    /// Whether the line's bytes continue the checksum to the printed one.
    @inline(__always)
    func follows(_ before: UInt32, _ line: UnsafeRawBufferPointer) -> Bool {
        Checksum.extend(before, UnsafeRawBufferPointer(rebasing: line[..<checksumLength])) == checksum
    }

    /// Returns the chain after this line.
    @inline(__always)
    func state(_ line: UnsafeRawBufferPointer) -> ChainState {
        ChainState(number: number, checksum: checksum, digest: Self.printedDigest(line))
    }

    /// `,"h":"` and `,"c":"` as little-endian words of four and two bytes.
    private static var digestMark: (UInt32, UInt16) { (0x2268_222c, 0x223a) }
    private static var checksumMark: (UInt32, UInt16) { (0x2263_222c, 0x223a) }

    @inline(__always)
    private static func matches(_ line: UnsafeRawBufferPointer, _ at: Int, _ mark: (UInt32, UInt16)) -> Bool {
        line.loadUnaligned(fromByteOffset: at, as: UInt32.self).littleEndian == mark.0
            && line.loadUnaligned(fromByteOffset: at + 4, as: UInt16.self).littleEndian == mark.1
    }
}
