/// Reads JSON by the grammar of RFC 8259 and no more leniently.
///
/// It is UTF-8 without a mark in front, no name stands twice in one object, and nothing follows the value. One fault
/// anywhere, and there is no value: what a gateway spells wrongly in one place it may have spelled wrongly in another.
///
/// Half a pair of surrogates (`\ud83d`) is within the grammar: a gateway that clips texts makes it. In a name it is a
/// fault, since two names would be told apart no more; in a text it is read as U+FFFD.
struct StrictJSON {
    /// The text is no JSON, or too deep.
    struct Fault: Error {}

    /// No answer has more than six levels.
    static let deepest = 64

    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Returns the value that is the whole text; nil when it is none.
    static func value(_ bytes: [UInt8]) -> WireValue? {
        var reader = StrictJSON(bytes)
        do throws(Fault) {
            reader.skipSpace()
            let value = try reader.value(depth: 0)
            reader.skipSpace()
            return reader.at == bytes.count ? value : nil
        } catch {
            return nil
        }
    }

    /// Returns the object that is the whole text; nil when it is none.
    static func object(_ bytes: [UInt8]) -> WireObject? {
        guard case .object(let object) = value(bytes) else { return nil }
        return object
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ byte: UInt8) throws(Fault) {
        guard next == byte else { throw Fault() }
        at += 1
    }

    private mutating func value(depth: Int) throws(Fault) -> WireValue {
        guard depth < Self.deepest, let first = next else { throw Fault() }
        switch first {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .list(try list(depth: depth))
        case UInt8(ascii: "\""): return .text(try text(isName: false))
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw Fault()
        }
    }

    private mutating func word(_ word: StaticString, _ value: WireValue) throws(Fault) -> WireValue {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw Fault() }
        guard word.withUTF8Buffer({ bytes[at..<end].elementsEqual($0) }) else { throw Fault() }
        at = end
        return value
    }

    private mutating func object(depth: Int) throws(Fault) -> WireObject {
        var members: [WireObject.Member] = []
        var names: Set<String> = []
        at += 1
        skipSpace()
        if next == UInt8(ascii: "}") {
            at += 1
            return WireObject(members: [])
        }
        while true {
            guard next == UInt8(ascii: "\"") else { throw Fault() }
            let name = try text(isName: true)
            guard names.insert(name).inserted else { throw Fault() }
            skipSpace()
            try take(UInt8(ascii: ":"))
            skipSpace()
            members.append(WireObject.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
            if next == UInt8(ascii: "}") { break }
            try take(UInt8(ascii: ","))
            skipSpace()
        }
        at += 1
        return WireObject(members: members)
    }

    private mutating func list(depth: Int) throws(Fault) -> [WireValue] {
        var values: [WireValue] = []
        at += 1
        skipSpace()
        if next == UInt8(ascii: "]") {
            at += 1
            return []
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if next == UInt8(ascii: "]") { break }
            try take(UInt8(ascii: ","))
            skipSpace()
        }
        at += 1
        return values
    }
}

// MARK: - Numbers

extension StrictJSON {
    /// Reads a number; nil where it is of another kind than a whole one of 64 bits.
    private mutating func number() throws(Fault) -> Int64? {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let start = at
        try skipDigits()
        // A zero in front is only the whole of it.
        guard bytes[start] != UInt8(ascii: "0") || at == start + 1 else { throw Fault() }
        let digits = start..<at
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            try skipDigits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            try skipDigits()
        }
        return isWhole ? whole(digits, isNegative: isNegative) : nil
    }

    /// Passes over digits, of which there must be at least one.
    private mutating func skipDigits() throws(Fault) {
        let start = at
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        guard at > start else { throw Fault() }
    }

    private func whole(_ digits: Range<Int>, isNegative: Bool) -> Int64? {
        var value: Int64 = 0
        for byte in bytes[digits] {
            let digit = Int64(byte - UInt8(ascii: "0"))
            let (tenfold, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = tenfold.addingReportingOverflow(isNegative ? -digit : digit)
            if isTooLong || isTooLarge { return nil }
            value = sum
        }
        return value
    }
}

// MARK: - Texts

extension StrictJSON {
    private mutating func text(isName: Bool) throws(Fault) -> String {
        at += 1
        let start = at
        skipPlain()
        if next == UInt8(ascii: "\"") {
            guard let text = String(validating: bytes[start..<at], as: UTF8.self) else { throw Fault() }
            at += 1
            return text
        }
        var unescaped = Array(bytes[start..<at])
        while let byte = next, byte == UInt8(ascii: "\\") {
            at += 1
            try unescape(into: &unescaped, isName: isName)
            let start = at
            skipPlain()
            unescaped += bytes[start..<at]
        }
        try take(UInt8(ascii: "\""))
        guard let text = String(validating: unescaped, as: UTF8.self) else { throw Fault() }
        return text
    }

    /// Passes over text up to a quote, a backslash, a control character or the end.
    private mutating func skipPlain() {
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
    }

    private mutating func unescape(into text: inout [UInt8], isName: Bool) throws(Fault) {
        guard let byte = next else { throw Fault() }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = try scalar() else {
                if isName { throw Fault() }
                text += "\u{FFFD}".utf8
                return
            }
            text += UTF8.encode(scalar).map(Array.init) ?? []
        default: throw Fault()
        }
    }

    /// Reads what follows `\u`; nil for half a pair of surrogates.
    private mutating func scalar() throws(Fault) -> Unicode.Scalar? {
        let unit = try unit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, next == UInt8(ascii: "\\") else { return nil }
        let rest = at
        at += 1
        if next == UInt8(ascii: "u") {
            at += 1
            let low = try self.unit()
            if (0xDC00...0xDFFF).contains(low) {
                return Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00))
            }
        }
        // Another escape, which is read by itself.
        at = rest
        return nil
    }

    /// Reads four hexadecimal digits.
    private mutating func unit() throws(Fault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Self.hexadecimal(byte) else { throw Fault() }
            unit = unit << 4 | digit
            at += 1
        }
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
