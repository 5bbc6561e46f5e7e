import Glibc

/// The terminal of a till that starts, runs or ends: what is typed is not echoed, is not left for the shell, and no key
/// ends the program.
enum HeldTerminal {
    /// Whoever scans while the till ends has sent the whole code when nothing came for so long, in milliseconds.
    private static let silence: Int32 = 50
    private static let patience = 40

    /// Takes the terminal for as long as the body runs.
    ///
    /// Where standard input is none, the body runs all the same.
    static func during<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard let modes = CrashGuard.arm() else { return try body() }
        Signals.guardTerminal()
        var raw = raw(modes)
        // What was typed before the till was there is dropped.
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
        defer { giveBack(modes) }
        return try body()
    }

    /// Returns modes in which every byte comes at once and as it was sent.
    private static func raw(_ modes: termios) -> termios {
        var raw = modes
        raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | IGNCR | INLCR | INPCK | ISTRIP | IXON | IXOFF | PARMRK)
        raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
        withUnsafeMutableBytes(of: &raw.c_cc) { control in
            control[Int(VMIN)] = 1
            control[Int(VTIME)] = 0
        }
        return raw
    }

    private static func giveBack(_ modes: termios) {
        dropInput()
        var modes = modes
        // Without waiting for what is on its way out: nobody may be reading it.
        tcflush(STDIN_FILENO, TCIFLUSH)
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
        CrashGuard.disarm()
        Signals.uninstall()
    }

    /// Waits until nobody types any more.
    private static func dropInput() {
        for _ in 0..<patience {
            var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, silence) > 0, Int32(entry.revents) == POLLIN else { return }
            tcflush(STDIN_FILENO, TCIFLUSH)
        }
    }
}
