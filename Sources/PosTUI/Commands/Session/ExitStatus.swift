/// A command's exit status.
///
/// A command throws it when it has told the rest.
struct ExitStatus: Error, Equatable {
    let code: Int32

    /// Frozen; the query or the check went well.
    static let done = ExitStatus(code: 0)
    /// Refused by the gateway or the customer; damage found by `journal verify`.
    static let refused = ExitStatus(code: 1)
    /// The input, the command line or the configuration is wrong; nothing was sent.
    static let wrongInput = ExitStatus(code: 2)
    /// The outcome is unknown, or still waiting.
    static let unknown = ExitStatus(code: 3)
    /// No gateway could be reached; nothing was sent.
    static let unreachable = ExitStatus(code: 4)
    /// The journal or the lock can't be used; nothing was sent.
    static let journal = ExitStatus(code: 5)
}
