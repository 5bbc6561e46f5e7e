import Glibc

/// Gives the terminal back when the process dies of a fault: a clerk must not be left with a screen that is stuck. Only
/// what a signal handler may call is used.
enum CrashGuard {
    /// The terminal's modes from before the start, kept where a handler finds them without any lock.
    nonisolated(unsafe) private static let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    nonisolated(unsafe) private static var isArmed = false
    /// Paste marks off, cursor on, main screen, plain text.
    private static let sequence: StaticString = "\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l\u{1B}[0m\r\n"

    /// Called before the terminal's modes are changed.
    static func arm() {
        isArmed = tcgetattr(STDIN_FILENO, modes) == 0
    }

    static func disarm() {
        isArmed = false
    }

    static func restore() {
        guard isArmed else { return }
        isArmed = false
        _ = write(STDOUT_FILENO, sequence.utf8Start, sequence.utf8CodeUnitCount)
        tcsetattr(STDIN_FILENO, TCSANOW, modes)
    }
}
