/// An order's number as 32 bytes, for tables of a million of them.
struct OrderKey: Hashable {
    private let words: SIMD4<UInt64>

    /// Makes a key of a number; nil for what is no order's number by its length.
    @inline(__always)
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard (1...OrderNumber.maximumLength).contains(bytes.count) else { return nil }
        var words = SIMD4<UInt64>()
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
        self.words = words
    }

    /// The number itself.
    var text: String {
        withUnsafeBytes(of: words) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
