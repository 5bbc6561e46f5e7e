import Glibc
import Synchronization

/// Gives the terminal back when a signal ends the process.
///
/// A clerk must not be left with a screen that is stuck, nor the shell with what was typed for the till. ``restore()``
/// does only what a signal handler may.
enum CrashGuard {
    /// The terminal's modes from before the start, and the sequence that leaves the screen, kept where a handler finds
    /// them without any lock.
    nonisolated(unsafe) private static let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    nonisolated(unsafe) private static let sequence = UnsafeMutablePointer<UInt8>.allocate(capacity: longest)
    nonisolated(unsafe) private static var words = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The till's status for what the system does not give.
    private static let statusWithoutDescriptors: Int32 = 5
    private static let length = Atomic<Int>(0)
    private static let isArmed = Atomic<Bool>(false)
    private static let longest = 256
    /// The terminal once more, for writing without ever waiting; negative where it can't be opened a second time.
    private static let outlet = Atomic<Int32>(-1)
    /// How often a terminal that takes nothing is tried, and for how many milliseconds each time.
    private static let tries = 40
    private static let pause: Int32 = 10

    /// Called before the terminal's modes are changed.
    ///
    /// - Returns: the modes; nil when standard input is no terminal.
    static func arm() -> termios? {
        guard tcgetattr(STDIN_FILENO, modes) == 0 else { return nil }
        // Nothing is made for the first time in a handler.
        _ = sequence
        length.store(0, ordering: .relaxed)
        // A description of its own: the shell's stays as it is.
        let own = open("/proc/self/fd/\(STDOUT_FILENO)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        outlet.store(own, ordering: .relaxed)
        isArmed.store(true, ordering: .releasing)
        return modes.pointee
    }

    /// Called before the screen is taken.
    ///
    /// - Parameter leaving: what the terminal wants to hear to leave its alternate screen.
    static func coverScreen(leaving: [UInt8]) {
        // Paste marks off, cursor keys and number pad as usual, cursor on, main screen, plain text.
        let start = Array("\u{1B}[?2004l\u{1B}[?1l\u{1B}>\u{1B}[?25h".utf8)
        let bytes = (start + leaving).prefix(longest - 8) + Array("\u{1B}[0m\r\n".utf8)
        for (index, byte) in bytes.enumerated() { sequence[index] = byte }
        length.store(bytes.count, ordering: .releasing)
    }

    /// Called when the screen was left.
    static func uncoverScreen() {
        length.store(0, ordering: .releasing)
    }

    /// Keeps what is said when the process ends because it may open nothing any more.
    static func keepWords(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = kept.initialize(from: bytes)
        words = UnsafeBufferPointer(kept)
    }

    /// Says that the limit of descriptors was lowered, where that is why the process ends, and ends it with a status of
    /// its own.
    ///
    /// libdispatch opens a file every second to count its threads, and ends the process by a trap where it may not.
    /// After any other trap this returns.
    static func endWithoutDescriptors() {
        guard words.count > 0, open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC) < 0, errno == EMFILE else { return }
        _ = write(STDERR_FILENO, words.baseAddress, words.count)
        _exit(statusWithoutDescriptors)
    }

    static func disarm() {
        isArmed.store(false, ordering: .releasing)
        let own = outlet.exchange(-1, ordering: .acquiringAndReleasing)
        if own >= 0 { close(own) }
    }

    static func restore() {
        guard isArmed.exchange(false, ordering: .acquiringAndReleasing) else { return }
        let count = length.exchange(0, ordering: .acquiringAndReleasing)
        if count > 0 { say(count) }
        tcflush(STDIN_FILENO, TCIFLUSH)
        tcsetattr(STDIN_FILENO, TCSANOW, modes)
    }

    /// Writes the sequence, if the terminal takes it.
    ///
    /// Where nobody reads for a while, what the terminal still holds is dropped: it belongs to a screen that is left.
    private static func say(_ count: Int) {
        let own = outlet.load(ordering: .acquiring)
        let descriptor = own >= 0 ? own : STDOUT_FILENO
        var done = 0
        for turn in 0..<tries {
            if turn == tries / 2 {
                tcflush(descriptor, TCOFLUSH)
                done = 0
            }
            var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&entry, 1, pause) > 0 else { continue }
            let written = write(descriptor, sequence + done, count - done)
            if written > 0 { done += written }
            if done == count { return }
            // Another thread may be in the middle of a write.
            if written <= 0 { usleep(UInt32(pause) * 1000) }
        }
    }
}
