import Glibc
import PayEngine
import Synchronization

/// Data goes to standard output, words to standard error.
enum StandardStreams {
    private struct State {
        var failure: Int32?
        var keepsStatus = false
    }

    private static let state = Mutex(State())

    /// Why standard output could not be written; nil while it could, or where its reader has gone.
    static var outputFailure: Int32? { state.withLock { $0.failure } }

    /// Whether the exit status is an order's: what of it can't be printed is told on standard error.
    static var keepsStatus: Bool {
        get { state.withLock { $0.keepsStatus } }
        set { state.withLock { $0.keepsStatus = newValue } }
    }

    /// Opens `/dev/null`, for reading, in the place of each standard stream that is closed.
    static func fillClosed() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free descriptor is this one.
            _ = open("/dev/null", O_RDONLY)
        }
    }

    static func print(_ line: String) {
        let number = write(line + "\n", to: STDOUT_FILENO)
        guard number != 0, number != EPIPE else { return }
        state.withLock { $0.failure = number }
        if keepsStatus { tell(line) }
    }

    /// Words, which may repeat what came from outside: line by line without anything that a terminal would obey.
    static func tell(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
        _ = write(lines.joined(separator: "\n") + "\n", to: STDERR_FILENO)
    }

    /// Words in the place of those that the terminal's line has, which must not be longer.
    static func rewriteLine(_ text: String) {
        _ = write("\r" + text.printable, to: STDERR_FILENO)
    }

    /// A question; its answer is typed behind it.
    static func ask(_ question: String) {
        _ = write(question + " ", to: STDERR_FILENO)
    }

    /// Reads a whole line from standard input without its end; nil at the end of the input.
    static func readInputLine() -> String? {
        readLine(strippingNewline: true)
    }

    /// Writes a text, and returns the error's number, or 0.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                return count < 0 ? errno : EIO
            }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }
}
