import TestSupport

@testable import PayEngine
@testable import Persistence

/// Changes lines in ways that a reader might take wrongly: members moved, doubled, renamed, given other values, and
/// bytes of any kind put in and taken away.
struct LineMutator {
    /// What a member may hold, of every kind of JSON and of none.
    static let values = [
        "null", "true", "false", "\"\"", "\"wechat\"", "\"kept\"", "\"押金\"", "\"sz010002cz15\"", "\"a\\u0062\\n\"",
        "\"\\ud83d\"", "0", "-0", "-1", "00", "01", "7", "7.0", "7.5", "7e1", "7E-1", "1e400", "4294967295",
        "4294967296", "999999999999999999", "9223372036854775807", "9223372036854775808", "99999999999999999999999",
        "[]", "[\"a\",\"b\"]", "[1]", "[[]]", "{}", "{\"a\":1}", "", "tru", "nul", "+1", "1 ", " 1", "'a'", "\"a",
    ]
    static let names =
        DepositEventCodec.Fields.CodingKeys.allCases.map(\.rawValue) + ["n", "o", "k", "e", "h", "later"]

    private static let snippets: [[UInt8]] =
        [
            "\"", "\\", "\\u0065", "\\\"", ",", ":", "{", "}", "[", "]", " ", "\n", "\t", "\0", "\u{7f}", "押", "1", "-",
            ".5", "e1", "null", "\u{FEFF}", ",\"fee\":1", ",\"fee\":\"1\"", ",\"\\u0066ee\":2", "\"x\":{},",
            "//", "\u{1F}",
        ].map { Array($0.utf8) } + [[0xFF], [0xE6], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80]]

    let random: SeededRandomSource

    func changed(_ line: [UInt8]) -> [UInt8] {
        var line = line
        for _ in 0...random.below(2) { line = random.below(3) == 0 ? bytes(line) : members(line) }
        return line
    }

    private func bytes(_ line: [UInt8]) -> [UInt8] {
        guard line.count > 2 else { return line }
        var line = line
        let at = random.below(line.count)
        switch random.below(4) {
        case 0: line[at] ^= 1 << UInt8(random.below(8))
        case 1: line.removeSubrange(at..<min(line.count, at + 1 + random.below(12)))
        case 2: line.insert(contentsOf: random.element(of: Self.snippets), at: at)
        default: line = Array(line.prefix(at))
        }
        return line
    }

    private func members(_ line: [UInt8]) -> [UInt8] {
        guard var members = Self.members(of: line), !members.isEmpty else { return bytes(line) }
        let at = random.below(members.count)
        let name = random.element(of: Self.names)
        switch random.below(6) {
        case 0: members.swapAt(at, random.below(members.count))
        case 1: members.append(members[at])
        case 2: members[at].name = "\"\(name)\""
        case 3: members[at].value = random.element(of: Self.values)
        case 4: members.insert(("\"\(name)\"", random.element(of: Self.values)), at: at)
        default: members.remove(at: at)
        }
        return Self.line(members)
    }

    /// Each name with its quotes, and its value, as they are spelled; nil where the line is no object.
    static func members(of line: [UInt8]) -> [(name: String, value: String)]? {
        line.withUnsafeBytes { bytes in
            var text = JSONText(bytes)
            guard text.accept(0x7b) else { return nil }
            var members: [(String, String)] = []
            repeat {
                let start = text.at
                guard text.skipText() else { return nil }
                let name = String(decoding: bytes[start..<text.at], as: UTF8.self)
                guard text.accept(0x3a), case let start = text.at, text.skipValue() else { return nil }
                members.append((name, String(decoding: bytes[start..<text.at], as: UTF8.self)))
            } while text.accept(0x2c)
            return members
        }
    }

    static func line(_ members: [(name: String, value: String)]) -> [UInt8] {
        Array("{\(members.map { "\($0.name):\($0.value)" }.joined(separator: ","))}".utf8)
    }
}
