/// One thing that is wrong with a configuration: where, what was found, what is wanted.
///
/// It never holds a key's content or a PIN.
public struct ConfigurationProblem: Equatable, Sendable {
    /// What is wrong.
    public enum Kind: Equatable, Sendable {
        /// None of the files exists.
        case noFile(searched: [String])
        /// A file can't be opened or read; `errno` as the kernel gave it.
        case unreadable(path: String, code: Int32)
        /// A FIFO, a device or a socket.
        case notRegular(path: String)
        /// More bytes than such a file can need.
        case tooLong(path: String)
        /// A key of very many parts, or very many brackets in each other.
        case tooDeep
        /// A NUL in a value.
        case holdsNUL
        /// Not UTF-8, or with a NUL.
        case notText
        /// A file of authorities that holds no certificate by PEM.
        case noCertificate(path: String)
        /// The TOML parser's own words.
        case syntax(String)
        case unknownKey
        case missing(wanted: ConfigurationRequirement)
        case wrongType(found: ConfigurationValueType, wanted: ConfigurationRequirement)
        /// What was found is nil where it may be a secret.
        case badValue(found: String?, wanted: ConfigurationRequirement)
        /// The same was said before, for another entry.
        case repeated(found: String)
        /// Real gateways and a sandbox in one list.
        case mixedGateways
        /// The value has no default here: the environment names no home.
        case noHome
        case keyFile(path: String, AuthenKeyFileError)
        case logFile(path: String, LogFileTrouble)
    }

    /// Absolute path of the configuration; empty when there is none.
    public let file: String
    /// The key, dotted, with entries of lists counted from 1: `staff[2].role`.
    ///
    /// Nil: the file as a whole.
    public let key: String?
    /// The line, counted from 1, where it is known.
    ///
    /// For a key that is missing: the line of its table.
    public let line: Int?
    /// What is wrong.
    public let kind: Kind
}

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
