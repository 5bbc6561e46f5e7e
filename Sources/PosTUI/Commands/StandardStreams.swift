import Glibc

/// Data goes to standard output, words to standard error.
enum StandardStreams {
    static func print(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    static func tell(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    /// A question; its answer is typed behind it.
    static func ask(_ question: String) {
        write(question + " ", to: STDERR_FILENO)
    }

    /// A whole line from standard input without its end; nil at the end of the input.
    static func readInputLine() -> String? {
        readLine(strippingNewline: true)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                // Whoever read has gone; the exit status still tells.
                return
            }
            bytes = bytes.dropFirst(count)
        }
    }
}
