import Glibc

/// The running program itself.
enum ProcessExit {
    /// Ends the process at once.
    ///
    /// Without what libraries do at the end of a process: other threads still use what that takes down. Everything is
    /// written line by line, so nothing is left to be written.
    static func exit(_ status: ExitStatus) -> Never {
        _exit(status.code)
    }
}
