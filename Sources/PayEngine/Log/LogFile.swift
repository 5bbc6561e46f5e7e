import Glibc
public import Logging
import Synchronization

/// The file that the log is written to: rotated at 10 MiB, the last 5 kept as `….1` (the youngest) to `….5`.
///
/// Several processes may write to one file at a time, since commands run beside the till: each line is one write to
/// its end, and a file that somebody else has rotated is opened anew. A log never stops a till: what can't be written
/// is dropped and counted, and the count is told in the log as soon as it can be.
public final class LogFile: Sendable {
    /// The most bytes of a file before it is rotated.
    public static let limit = 10 << 20
    /// How many rotated files are kept.
    public static let kept = 5

    private struct State {
        var descriptor: Int32 = -1
        var dropped = 0
        var isTold = true
        /// A line was written in part: the next one must not run on from it.
        var isTorn = false
    }

    /// The path of the file that is written to.
    public let path: String
    private let limit: Int
    private let kept: Int
    private let state = Mutex(State())

    /// Makes a log file of the usual limits; the file is opened with the first line.
    public convenience init(path: String) {
        self.init(path: path, limit: Self.limit, kept: Self.kept)
    }

    init(path: String, limit: Int, kept: Int) {
        self.path = path
        self.limit = limit
        self.kept = kept
    }

    deinit {
        state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
        }
    }

    /// How many entries could not be written.
    public var droppedCount: Int { state.withLock { $0.dropped } }

    /// Appends one line with its end.
    func append(_ line: String) {
        state.withLock { state in
            prepare(&state, for: line.utf8.count)
            guard state.descriptor >= 0 else { return drop(&state) }
            var text = line
            if !state.isTold { text = "(\(state.dropped) entries of the log could not be written so far)\n" + text }
            if state.isTorn { text = "\n" + text }
            let bytes = Array(text.utf8)
            let written = write(state.descriptor, bytes, bytes.count)
            guard written == bytes.count else {
                if written > 0 { state.isTorn = true }
                return drop(&state)
            }
            state.isTorn = false
            state.isTold = true
        }
    }

    private func drop(_ state: inout State) {
        state.dropped += 1
        state.isTold = false
    }

    /// Leaves the descriptor of a file with room for the line, or -1.
    private func prepare(_ state: inout State, for count: Int) {
        if state.descriptor >= 0 && !isCurrent(state.descriptor) { release(&state) }
        if state.descriptor < 0 { state.descriptor = opened() }
        var status = stat()
        guard state.descriptor >= 0, fstat(state.descriptor, &status) == 0 else { return }
        guard status.st_size > 0, Int(status.st_size) + count > limit else { return }
        // Whoever has the lock rotates; all others find another file in this one's place with their next line.
        guard flock(state.descriptor, LOCK_EX | LOCK_NB) == 0, isCurrent(state.descriptor) else { return }
        rotate()
        release(&state)
        state.descriptor = opened()
    }

    private func release(_ state: inout State) {
        close(state.descriptor)
        state.descriptor = -1
    }

    /// Whether the descriptor's file still bears the name.
    private func isCurrent(_ descriptor: Int32) -> Bool {
        var mine = stat()
        var named = stat()
        guard fstat(descriptor, &mine) == 0, lstat(path, &named) == 0 else { return false }
        return mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
    }

    private func rotate() {
        for age in stride(from: kept, to: 1, by: -1) { rename("\(path).\(age - 1)", "\(path).\(age)") }
        rename(path, "\(path).1")
    }

    private func opened() -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
        var descriptor = open(path, flags, 0o600)
        if descriptor < 0, errno == ENOENT {
            makeFolder()
            descriptor = open(path, flags, 0o600)
        }
        guard descriptor >= 0, !isForThisUser(descriptor) else { return descriptor }
        close(descriptor)
        return -1
    }

    /// Makes a file that was there before this user's alone; false where that can't be done.
    private func isForThisUser(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        // A device has no reader later on.
        guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else { return true }
        return status.st_uid == geteuid() && fchmod(descriptor, 0o600) == 0
    }

    /// Makes the folders that are missing, for this user only.
    private func makeFolder() {
        for index in path.indices.dropFirst() where path[index] == "/" { mkdir(String(path[..<index]), 0o700) }
    }
}

extension LogFile {
    /// Returns a logger that writes to the configured file, at the configured level, without the key.
    public static func logger(_ label: String, configuration: TillConfiguration) -> Logger {
        let handler = FileLogHandler(
            label: label, file: LogFile(path: configuration.log.file), level: configuration.log.level,
            redactor: LogRedactor(
                key: configuration.merchant.key, others: [configuration.gateway.proxy].compactMap(\.self)))
        return Logger(label: label) { _ in handler }
    }
}
