/// A text of faults, one a line, in the order in which they are to strike.
///
/// `#` begins a comment.
struct FaultScript: Equatable, Sendable {
    struct Problem: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    let rules: [FaultRule]

    /// Reads a script.
    ///
    /// A line without a count strikes once: one that struck for ever would keep all later ones from their turn. `name`
    /// is the file's, for problems, which name the line, too.
    init(_ text: String, name: String) throws(Problem) {
        var rules: [FaultRule] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard let word = words.first else { continue }
            do throws(FaultRule.Problem) {
                if words.count > 1 { throw FaultRule.Problem(description: "\(words[1]): one fault a line is wanted") }
                var rule = try FaultRule(String(word))
                rule.remaining = rule.remaining ?? 1
                rules.append(rule)
            } catch {
                throw Problem(description: "\(name):\(index + 1): \(error.description)")
            }
        }
        self.rules = rules
    }
}
