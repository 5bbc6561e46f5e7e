/// Walks over JSON without white space, the only JSON that a line may hold.
///
/// Every method leaves `at` behind what it read, or returns false or nil when the bytes are something else.
struct JSONText {
    let bytes: UnsafeRawBufferPointer
    var at = 0

    /// Nesting that no event needs.
    private static let deepest = 32

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func accept(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    mutating func accept(_ text: StaticString) -> Bool {
        guard bytes.count - at >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[at + index] != text.utf8Start[index] { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    /// Reads a whole number without fraction or exponent.
    mutating func integer() -> Int64? {
        let start = at
        guard number() else { return nil }
        let isNegative = bytes[start] == 0x2d
        var value: Int64 = 0
        for index in (isNegative ? start + 1 : start)..<at {
            let digit = Int64(bytes[index]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            let (tens, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = tens.addingReportingOverflow(isNegative ? -digit : digit)
            if isTooLong || isTooLarge { return nil }
            value = sum
        }
        return value
    }

    /// Reads a string, with its escapes undone.
    mutating func string() -> String? {
        let start = at
        guard let escaped = skipString() else { return nil }
        let inner = bytes[(start + 1)..<(at - 1)]
        return escaped ? JSONEscapes.decode(inner) : UTF8Text.make(UnsafeRawBufferPointer(rebasing: inner))
    }

    /// Steps over a string, whose UTF-8 is not looked at.
    mutating func skipText() -> Bool { skipString() != nil }

    /// Reads the members of an object, each with its name and the place of its value.
    mutating func members() -> [(name: String, value: Range<Int>)]? {
        guard accept(0x7b) else { return nil }
        var members: [(name: String, value: Range<Int>)] = []
        if accept(0x7d) { return members }
        repeat {
            guard let name = string(), accept(0x3a) else { return nil }
            let start = at
            guard skipValue(depth: 1) else { return nil }
            members.append((name, start..<at))
        } while accept(0x2c)
        return accept(0x7d) ? members : nil
    }

    mutating func skipValue(depth: Int = 0) -> Bool {
        guard at < bytes.count, depth < Self.deepest else { return false }
        switch bytes[at] {
        case 0x22: return skipString() != nil
        case 0x7b: return skipList(closing: 0x7d, named: true, depth: depth)
        case 0x5b: return skipList(closing: 0x5d, named: false, depth: depth)
        case 0x74: return accept("true")
        case 0x66: return accept("false")
        case 0x6e: return accept("null")
        default: return number()
        }
    }

    private mutating func skipList(closing: UInt8, named: Bool, depth: Int) -> Bool {
        at += 1
        if accept(closing) { return true }
        repeat {
            if named {
                guard skipString() != nil, accept(0x3a) else { return false }
            }
            guard skipValue(depth: depth + 1) else { return false }
        } while accept(0x2c)
        return accept(closing)
    }

    /// Steps over a string and says whether it has escapes; nil when it is none.
    ///
    /// Its UTF-8 is not looked at.
    private mutating func skipString() -> Bool? {
        guard accept(0x22) else { return nil }
        var escaped = false
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 0x22: return escaped
            case 0x5c:
                escaped = true
                guard JSONEscapes.skip(bytes, &at) else { return nil }
            case 0x00..<0x20: return nil
            default: continue
            }
        }
        return nil
    }

    private mutating func digits() -> Int {
        let start = at
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
        return at - start
    }

    private mutating func number() -> Bool {
        _ = accept(0x2d)
        let leadingZero = at < bytes.count && bytes[at] == 0x30
        let whole = digits()
        guard whole > 0, !(leadingZero && whole > 1) else { return false }
        if accept(0x2e), digits() == 0 { return false }
        if accept(0x65) || accept(0x45) {
            if !accept(0x2b) { _ = accept(0x2d) }
            return digits() > 0
        }
        return true
    }
}
