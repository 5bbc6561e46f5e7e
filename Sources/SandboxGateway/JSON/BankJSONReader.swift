/// Reads JSON as RFC 8259 has it and nothing more: no comments, trailing commas, repeated names, byte order mark or
/// bytes after the value.
struct BankJSONReader {
    /// What is wrong and at which byte.
    struct Problem: Error, Equatable {
        let what: String
        let offset: Int
    }

    private static let deepest = 32

    private let bytes: [UInt8]
    private var at = 0

    static func read(_ bytes: [UInt8]) throws(Problem) -> BankJSON {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(what: "not UTF-8", offset: 0)
        }
        var reader = BankJSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.problem("more bytes after the value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func problem(_ what: String) -> Problem { Problem(what: what, offset: at) }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws(Problem) -> BankJSON {
        guard depth < Self.deepest else { throw problem("nested too deeply") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), .some(0x30...0x39): return try number()
        case nil: throw problem("it ends too early")
        case .some: throw problem("no value begins like this")
        }
    }

    private mutating func word(_ word: StaticString, _ value: BankJSON) throws(Problem) -> BankJSON {
        let wanted = word.withUTF8Buffer { Array($0) }
        guard bytes[at...].starts(with: wanted) else { throw problem("no value begins like this") }
        at += wanted.count
        return value
    }

    private mutating func object(depth: Int) throws(Problem) -> BankJSON {
        at += 1
        var members: [BankJSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw problem("a name in quotes is wanted") }
            let name = try string()
            guard names.insert(name).inserted else { throw problem("the name \(name) stands twice") }
            skipSpace()
            guard take(":") else { throw problem("a colon is wanted") }
            members.append(BankJSON.Member(name, try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw problem("a comma or } is wanted") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Problem) -> BankJSON {
        at += 1
        var values: [BankJSON] = []
        skipSpace()
        if take("]") { return .array([]) }
        repeat {
            values.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw problem("a comma or ] is wanted") }
        return .array(values)
    }

    private mutating func digits() throws(Problem) {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        guard at > start else { throw problem("a digit is wanted") }
    }

    private mutating func number() throws(Problem) -> BankJSON {
        let start = at
        var isWhole = true
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let whole = Int64(text) { return .whole(whole) }
        return .otherNumber(text)
    }

    private mutating func string() throws(Problem) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
            case 0..<0x20: throw problem("a control character in a string")
            default: text.append(byte)
            }
        }
        throw problem("a string does not end")
    }

    private mutating func escape() throws(Problem) -> [UInt8] {
        guard let byte = next else { throw problem("a string does not end") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw problem("no escape is written like this")
        }
    }

    private mutating func unicodeEscape() throws(Problem) -> [UInt8] {
        var code = try fourHexDigits()
        if (0xD800..<0xDC00).contains(code) {
            guard take("\\"), take("u") else { throw problem("half a surrogate pair") }
            let low = try fourHexDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw problem("half a surrogate pair") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw problem("half a surrogate pair") }
        return Array(String(scalar).utf8)
    }

    private mutating func fourHexDigits() throws(Problem) -> UInt32 {
        guard at + 4 <= bytes.count else { throw problem("four hex digits are wanted") }
        var code: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw problem("four hex digits are wanted")
            }
            code = code << 4 | UInt32(digit)
        }
        at += 4
        return code
    }
}
