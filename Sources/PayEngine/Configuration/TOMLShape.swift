/// Looks at a TOML text before its parser does, which goes one call deeper for each part of a dotted key and each
/// bracket, and cuts a text off at a NUL.
public struct TOMLShape {
    /// What the parser must not be given.
    public enum Fault: Error, Equatable, Sendable {
        /// A key of very many parts, or very many brackets in each other.
        case tooDeep(line: Int)
        /// A NUL in a value, written as an escape.
        case holdsNUL(line: Int)

        /// From 1.
        public var line: Int {
            switch self {
            case .tooDeep(let line), .holdsNUL(let line): line
            }
        }
    }

    /// More than any file of this program has use for.
    private static let deepest = 32

    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var depth = 0
    private var dots = 0

    /// Checks a text; one that is no TOML passes, and the parser says so.
    public static func check(_ text: String) throws(Fault) {
        var shape = TOMLShape(bytes: Array(text.utf8))
        try shape.run()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() throws(Fault) {
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 0x23:
                while at < bytes.count, bytes[at] != 0x0a { at += 1 }
                continue
            case 0x22, 0x27:
                try skipText(byte)
                continue
            case 0x0a:
                line += 1
                dots = 0
            case 0x2e: dots += 1
            case 0x5b, 0x7b: depth += 1
            case 0x5d, 0x7d: depth = max(0, depth - 1)
            case 0x2c, 0x3d: dots = 0
            default: break
            }
            if dots >= Self.deepest || depth >= Self.deepest { throw .tooDeep(line: line) }
            at += 1
        }
    }

    /// Passes over a text in these quotes, of one line or of several.
    ///
    /// One that does not end is left to the parser.
    private mutating func skipText(_ quote: UInt8) throws(Fault) {
        let isLong = bytes[at...].starts(with: [quote, quote, quote])
        at += isLong ? 3 : 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x0a {
                guard isLong else { return }
                line += 1
            } else if byte == 0x5c, quote == 0x22 {
                let rest = bytes[(at + 1)...]
                if rest.starts(with: "u0000".utf8) || rest.starts(with: "U00000000".utf8) {
                    throw .holdsNUL(line: line)
                }
                at += 1
                if at < bytes.count, bytes[at] == 0x0a { line += 1 }
            } else if byte == quote {
                guard isLong else {
                    at += 1
                    return
                }
                if bytes[at...].starts(with: [quote, quote, quote]) {
                    at += 3
                    return
                }
            }
            at += 1
        }
    }
}
