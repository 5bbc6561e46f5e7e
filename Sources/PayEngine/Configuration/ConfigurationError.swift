/// Everything that is wrong with a configuration, told at once.
public struct ConfigurationError: Error, Equatable, Sendable {
    /// Never empty; in the order of the file where lines are known.
    public let problems: [ConfigurationProblem]

    init(_ problems: [ConfigurationProblem]) {
        self.problems = problems.enumerated().sorted { left, right in
            (left.element.line ?? .max, left.offset) < (right.element.line ?? .max, right.offset)
        }.map(\.element)
    }

    /// Returns one line for each problem.
    public func text(in language: TillConfiguration.Language) -> String {
        problems.map { $0.text(in: language) }.joined(separator: "\n")
    }
}

extension ConfigurationError: CustomStringConvertible {
    /// All problems in English, a line each.
    public var description: String { text(in: .english) }
}
