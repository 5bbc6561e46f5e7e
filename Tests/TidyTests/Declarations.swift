/// Finds declarations in code, well enough for rules.
enum Declarations {
    struct Named {
        let name: String
        let kind: String
        /// Counted from 0.
        let line: Int
        /// At the margin of the file.
        let isTopLevel: Bool
        let modifiers: [Substring]
    }

    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "private", "fileprivate", "final", "indirect", "static", "class", "mutating",
        "nonisolated", "override", "convenience", "required", "borrowing", "consuming", "lazy", "weak",
        "private(set)", "package(set)", "nonisolated(unsafe)", "async",
    ]

    static func types(in file: SourceFile) -> [Named] {
        named(in: file, kinds: ["struct", "class", "enum", "actor", "protocol", "typealias"])
    }

    static func extensions(in file: SourceFile) -> [Named] {
        named(in: file, kinds: ["extension"])
    }

    static func functions(in file: SourceFile) -> [Named] {
        named(in: file, kinds: ["func"])
    }

    /// Everything that has a body of statements.
    static func bodies(in file: SourceFile) -> [Named] {
        named(in: file, kinds: ["func", "init", "deinit", "subscript", "var"])
    }

    private static func named(in file: SourceFile, kinds: Set<Substring>) -> [Named] {
        file.code.enumerated().compactMap { index, line in
            var words = line.split(separator: " ")[...]
            while let first = words.first, first.hasPrefix("@") { words.removeFirst() }
            // `class func` is a function, `class Thing` a type.
            let found = words.prefix { modifiers.contains($0) && !(kinds.contains($0) && isLast($0, in: words)) }
            words = words.dropFirst(found.count)
            guard let word = words.first else { return nil }
            let kind = word.prefix { $0.isLetter }
            guard kinds.contains(kind), word == kind || !kind.isEmpty && ["init", "subscript"].contains(kind) else {
                return nil
            }
            let name = (words.dropFirst().first ?? "").prefix { $0 != "(" && $0 != ":" && $0 != "<" && $0 != "," }
            return Named(
                name: String(name), kind: String(kind), line: index, isTopLevel: line.first != " ",
                modifiers: Array(found))
        }
    }

    /// Whether a modifier's word is the kind itself: a name in capitals follows.
    private static func isLast(_ word: Substring, in words: ArraySlice<Substring>) -> Bool {
        guard let mark = words.firstIndex(of: word), mark + 1 < words.endIndex else { return false }
        return words[mark + 1].first?.isUppercase == true
    }
}
