/// The escapes inside JSON strings.
enum JSONEscapes {
    /// Steps over what follows a backslash; false when it is no escape, or half of a surrogate pair.
    static func skip(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Bool {
        guard at < bytes.count else { return false }
        let kind = bytes[at]
        at += 1
        switch kind {
        case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74: return true
        case 0x75:
            guard let unit = unit(bytes, &at) else { return false }
            switch unit {
            case 0xdc00...0xdfff: return false
            case 0xd800...0xdbff:
                guard at + 1 < bytes.count, bytes[at] == 0x5c, bytes[at + 1] == 0x75 else { return false }
                at += 2
                guard let low = self.unit(bytes, &at) else { return false }
                return (0xdc00...0xdfff).contains(low)
            default: return true
            }
        default: return false
        }
    }

    /// Returns the text of a string whose escapes `skip` accepted; nil when its UTF-8 is wrong.
    static func decode(_ inner: Slice<UnsafeRawBufferPointer>) -> String? {
        let bytes = UnsafeRawBufferPointer(rebasing: inner)
        var units: [UInt8] = []
        units.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            guard byte == 0x5c, at < bytes.count else {
                units.append(byte)
                continue
            }
            let kind = bytes[at]
            at += 1
            switch kind {
            case 0x62: units.append(0x08)
            case 0x66: units.append(0x0c)
            case 0x6e: units.append(0x0a)
            case 0x72: units.append(0x0d)
            case 0x74: units.append(0x09)
            case 0x75:
                guard let scalar = scalar(bytes, &at) else { return nil }
                units.append(contentsOf: Array(String(scalar).utf8))
            default: units.append(kind)
            }
        }
        return String(validating: units, as: UTF8.self)
    }

    /// Returns a JSON string of the text, in which only what JSON demands is escaped.
    static func encode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for unit in text.utf8 {
            switch unit {
            case 0x22, 0x5c: bytes += [0x5c, unit]
            case 0x00..<0x20:
                bytes += Array("\\u00".utf8) + [Hexadecimal.digit(unit >> 4), Hexadecimal.digit(unit & 15)]
            default: bytes.append(unit)
            }
        }
        bytes.append(0x22)
    }

    private static func scalar(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Unicode.Scalar? {
        guard let high = unit(bytes, &at) else { return nil }
        guard (0xd800...0xdbff).contains(high) else { return Unicode.Scalar(high) }
        at += 2
        guard let low = unit(bytes, &at) else { return nil }
        return Unicode.Scalar(0x1_0000 + (high - 0xd800) << 10 + (low &- 0xdc00))
    }

    private static func unit(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> UInt32? {
        guard bytes.count - at >= 4 else { return nil }
        var value: UInt32 = 0
        for index in at..<(at + 4) {
            guard let digit = Hexadecimal.value(bytes[index] | (bytes[index] >= 0x41 ? 0x20 : 0)) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        at += 4
        return value
    }
}
