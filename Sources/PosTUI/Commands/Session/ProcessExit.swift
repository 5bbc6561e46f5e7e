import Glibc

/// The running program itself.
enum ProcessExit {
    /// Ends the process at once.
    ///
    /// The journal is durable line by line, so nothing is left to be written.
    static func exit(_ status: ExitStatus) -> Never {
        Glibc.exit(status.code)
    }
}
