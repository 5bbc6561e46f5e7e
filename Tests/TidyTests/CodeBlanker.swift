/// Blanks out comments and texts of Swift source, so that a rule about code does not trip over words.
///
/// The lines stay where they are, and code inside of `\(…)` stays code.
struct CodeBlanker {
    private enum Context: Equatable {
        case text(hashes: Int, isLong: Bool)
        /// Code in a text, with its open parentheses.
        case interpolation(depth: Int)
    }

    private let source: [Character]
    private var index = 0
    private var result = ""
    private var contexts: [Context] = []

    static func code(of text: String) -> String {
        var blanker = CodeBlanker(source: Array(text))
        while blanker.index < blanker.source.count { blanker.step() }
        return blanker.result
    }

    private init(source: [Character]) {
        self.source = source
    }

    private mutating func step() {
        if case .text(let hashes, let isLong)? = contexts.last {
            stepInText(hashes: hashes, isLong: isLong)
        } else if looks("//") {
            while index < source.count, !source[index].isNewline { blank(1) }
        } else if looks("/*") {
            skipComment()
        } else if let text = textStart() {
            contexts.append(text)
        } else {
            if case .interpolation(let depth)? = contexts.last { trackParentheses(depth) }
            guard index < source.count, !isText else { return }
            result.append(source[index])
            index += 1
        }
    }

    private var isText: Bool {
        if case .text? = contexts.last { true } else { false }
    }

    private mutating func trackParentheses(_ depth: Int) {
        if source[index] == "(" { contexts[contexts.count - 1] = .interpolation(depth: depth + 1) }
        guard source[index] == ")" else { return }
        if depth > 0 {
            contexts[contexts.count - 1] = .interpolation(depth: depth - 1)
        } else {
            contexts.removeLast()
            blank(1)
        }
    }

    private mutating func stepInText(hashes: Int, isLong: Bool) {
        let marks = String(repeating: "#", count: hashes)
        if looks("\\" + marks + "(") {
            blank(2 + hashes)
            contexts.append(.interpolation(depth: 0))
        } else if looks("\\" + marks) {
            blank(1 + hashes)
            blank(1)
        } else if looks((isLong ? "\"\"\"" : "\"") + marks) {
            blank((isLong ? 3 : 1) + hashes)
            contexts.removeLast()
        } else {
            blank(1)
        }
    }

    /// Passes over the opening of a text, if here is one.
    private mutating func textStart() -> Context? {
        var end = index
        while end < source.count, source[end] == "#" { end += 1 }
        guard end < source.count, source[end] == "\"" else { return nil }
        let hashes = end - index
        let isLong = end + 2 < source.count && source[end + 1] == "\"" && source[end + 2] == "\""
        blank(hashes + (isLong ? 3 : 1))
        return .text(hashes: hashes, isLong: isLong)
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if looks("/*") {
                depth += 1
                blank(2)
            } else if looks("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && index < source.count
    }

    private func looks(_ text: String) -> Bool {
        source[index...].starts(with: text)
    }

    private mutating func blank(_ count: Int) {
        for character in source[index...].prefix(count) { result.append(character.isNewline ? "\n" : " ") }
        index = min(index + count, source.count)
    }
}
