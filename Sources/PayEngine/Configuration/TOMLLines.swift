/// The lines of a TOML text on which its keys stand.
///
/// The parser tells lines only of errors of form, and a person with an editor open wants them for every error.
struct TOMLLines {
    private var lines: [String: Int] = [:]

    init(_ text: String) {
        // Inside of a text of several lines anything can look like a key: then rather no line than a wrong one.
        guard !text.contains("\"\"\""), !text.contains("'''") else { return }
        var table = ""
        var counts: [String: Int] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.hasPrefix("["), let name = Self.tableName(content) {
                counts[name, default: 0] += 1
                table = content.hasPrefix("[[") ? "\(name)[\(counts[name] ?? 1)]" : name
                note(table, index + 1)
            } else if let key = Self.key(content) {
                note(table.isEmpty ? key : "\(table).\(key)", index + 1)
            }
        }
    }

    /// Returns the line of a dotted key, list entries counted from 1, or of what it would stand in.
    func line(of key: String) -> Int? {
        var key = key[...]
        while !key.isEmpty {
            if let line = lines[String(key)] { return line }
            guard let mark = key.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            key = key[..<mark]
        }
        return nil
    }

    private mutating func note(_ key: String, _ line: Int) {
        if lines[key] == nil { lines[key] = line }
    }

    private static func tableName(_ content: Substring) -> String? {
        let name = content.drop { $0 == "[" }.prefix { $0 != "]" }
        guard !name.isEmpty, name.allSatisfy(isKeyCharacter) else { return nil }
        return String(name.filter { $0 != " " })
    }

    private static func key(_ content: Substring) -> String? {
        let name = content.prefix(while: isKeyCharacter)
        guard content[name.endIndex...].hasPrefix("="), !name.isEmpty else { return nil }
        return String(name.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
    }

    private static func isKeyCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "_-. \t\"".contains(character)
    }
}
