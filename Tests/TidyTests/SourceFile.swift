/// One Swift file, as written and as code alone.
struct SourceFile: Sendable {
    /// From the root of the tree.
    let path: String
    let lines: [Substring]
    /// The same lines with comments and texts blanked out.
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = CodeBlanker.code(of: text).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The file's name, as `Journal+Opening.swift`.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// The module, as `PayEngine`.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    /// `Desk/API`; empty for a file beside the rooms.
    var room: String { path.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/") }
    /// A line end at the end of the file begins no line.
    var lineCount: Int { lines.last?.isEmpty == true ? lines.count - 1 : lines.count }

    /// The modules that it imports, each with its line.
    var imports: [(module: String, line: Int)] {
        code.enumerated().compactMap { index, line in
            let words = line.split(separator: " ")
            guard let mark = words.firstIndex(of: "import"), mark + 1 < words.count else { return nil }
            return (String(words[mark + 1].prefix { $0 != "." }), index + 1)
        }
    }

    /// The words of the code, each with its line.
    var words: [(text: Substring, line: Int)] {
        code.enumerated().flatMap { index, line in
            line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { ($0, index + 1) }
        }
    }

    /// `path:line` of each place where one of the texts occurs in the code.
    func places(of texts: [String]) -> [String] {
        code.enumerated().flatMap { index, line in
            texts.filter { line.contains($0) }.map { "\(path):\(index + 1): \($0)" }
        }
    }
}
