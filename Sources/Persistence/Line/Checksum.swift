import CSystem

/// CRC-32C (Castagnoli), computed as a continuation of an earlier value.
enum Checksum {
    /// Returns the checksum of everything that led to `checksum`, followed by `bytes`; the first is 0.
    @inline(__always)
    static func extend(_ checksum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        hasInstruction ? postui_crc32c(checksum, bytes.baseAddress, bytes.count) : extendByTable(checksum, bytes)
    }

    /// Does what ``extend(_:_:)`` does without help from the processor.
    static func extendByTable(_ checksum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            var value = ~checksum
            var index = 0
            let words = bytes.count & ~7
            while index < words {
                let low = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian ^ value
                let high = bytes.loadUnaligned(fromByteOffset: index + 4, as: UInt32.self).littleEndian
                value =
                    table[1792 + Int(low & 255)] ^ table[1536 + Int(low >> 8 & 255)]
                    ^ table[1280 + Int(low >> 16 & 255)] ^ table[1024 + Int(low >> 24)]
                    ^ table[768 + Int(high & 255)] ^ table[512 + Int(high >> 8 & 255)]
                    ^ table[256 + Int(high >> 16 & 255)] ^ table[Int(high >> 24)]
                index += 8
            }
            while index < bytes.count {
                value = value >> 8 ^ table[Int((value ^ UInt32(bytes[index])) & 255)]
                index += 1
            }
            return ~value
        }
    }

    private static let hasInstruction = postui_has_crc32c() != 0

    /// Returns what a single byte leaves in an empty register.
    static func remainder(of byte: UInt8) -> UInt32 { tables[Int(byte)] }

    /// Eight tables of 256, one after another: entry `256 * k + b` is byte `b` followed by `k` zero bytes.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0x82f6_3b78 }
            tables[byte] = value
        }
        for index in 256..<tables.count {
            let before = tables[index - 256]
            tables[index] = before >> 8 ^ tables[Int(before & 255)]
        }
        return tables
    }()
}
