/// Why the till's screens can't be shown.
enum TerminalError: Error, Equatable, CustomStringConvertible {
    /// Standard input or output is a file, a pipe or closed.
    case notATerminal
    /// `TERM` names a terminal that is not known here, or that cannot place its cursor.
    case unknownTerminal(String)
    /// The system gave no file descriptor to wait on.
    case noDescriptor(errorNumber: Int32)

    var description: String {
        switch self {
        case .notATerminal:
            "the till needs a terminal: standard input and standard output must both be one"
        case .unknownTerminal(let name):
            "the terminal type TERM=\(name) is not known here, or it cannot show screens"
        case .noDescriptor(let errorNumber):
            "the system gives no event descriptor (error \(errorNumber))"
        }
    }
}
