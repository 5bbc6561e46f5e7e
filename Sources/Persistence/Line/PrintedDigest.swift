/// The 32 hexadecimal digits of a line's `h`, as they are printed: most readers only carry them on.
struct PrintedDigest: Equatable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// Before the first line of a journal: sixteen zero bytes.
    static let none = [UInt8](repeating: 0x30, count: 32).withUnsafeBytes { PrintedDigest(printed: $0) }

    /// Takes the first 32 bytes, whatever they are.
    @inline(__always)
    init(printed bytes: UnsafeRawBufferPointer) {
        words = (
            bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    /// The digits.
    var digits: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// The digits as text.
    var text: String {
        withUnsafeBytes(of: words) { UTF8Text.make($0) ?? String(decoding: $0, as: UTF8.self) }
    }

    /// The sixteen bytes; nil when a digit is none.
    var bytes: [UInt8]? {
        let digits = digits
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for index in stride(from: 0, to: 32, by: 2) {
            guard let high = Hexadecimal.value(digits[index]), let low = Hexadecimal.value(digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// Returns the digest of a line whose bytes before `,"h":"` are `body`, following a line that prints this one.
    func following(_ body: UnsafeRawBufferPointer, using hash: SHA256Digest) -> PrintedDigest? {
        guard let bytes else { return nil }
        bytes.withUnsafeBytes { hash.update($0) }
        hash.update(body)
        return Hexadecimal.encode(hash.finish().prefix(16)).withUnsafeBytes { PrintedDigest(printed: $0) }
    }

    static func == (left: PrintedDigest, right: PrintedDigest) -> Bool { left.words == right.words }
}
