import Glibc

/// Asks for a PIN or a payment code on the terminal that standard input is, without showing what is typed.
///
/// The terminal is given back as it was, also when a signal ends the program meanwhile.
final class PinPrompt {
    /// All that end a process and can be waited for.
    private static let signals =
        [
            SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO, SIGPWR,
            SIGSYS,
        ]
    private static let limit = 256

    private let modes: termios

    /// Nil when standard input is no terminal.
    ///
    /// - Parameter keepsTyped: what was typed before the question is read, too. For a PIN it is no answer.
    init?(keepsTyped: Bool = false) {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        self.modes = modes
        // A shell that comes to the front in the middle would find a terminal that shows nothing.
        signal(SIGTSTP, SIG_IGN)
        SignalWatch.watch(Self.signals) { [modes] in Self.end(by: $0, restoring: modes) }
        var silent = modes
        silent.c_lflag &= ~tcflag_t(ECHO)
        silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
        tcsetattr(STDIN_FILENO, keepsTyped ? TCSADRAIN : TCSAFLUSH, &silent)
    }

    deinit {
        var modes = modes
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
        SignalWatch.leave(Self.signals + [SIGTSTP], to: SIG_DFL)
    }

    /// Returns the next line, without its end; nil at the end of the input.
    func ask(_ question: String) -> String? {
        StandardStreams.ask(question)
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count == 1 else { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
            if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
            if line.count < Self.limit { line.append(byte) }
        }
    }

    /// The program ends as it would have without the handler.
    private static func end(by number: Int32, restoring modes: termios) {
        var modes = modes
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
        signal(number, SIG_DFL)
        kill(getpid(), number)
        // Only where every thread blocks it.
        _exit(128 + number)
    }
}
