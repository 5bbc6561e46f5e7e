import FoundationEssentials
import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI

/// A pseudo-terminal with a shell that runs `postui`: bytes go in as they are, one by one where wanted.
final class RawTerminal {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// How long anything that is waited for may take.
    private static let patience = Duration.seconds(60)

    private let folder: TemporaryFolder
    private let descriptor: Int32
    private let shell: pid_t
    /// The slave's path.
    private let path: String
    private var screen = DrawnScreen()
    /// All that came from it.
    private(set) var written: [UInt8] = []

    /// Starts a till on a terminal of its own.
    ///
    /// `folder` has the configuration; the terminal's modes and the till's status are noted there. `terminal` is what
    /// `TERM` says; `variables` are further ones of the environment.
    init(
        _ arguments: [String], in folder: TemporaryFolder, terminal: String = "xterm-256color",
        variables: [String] = []
    ) throws {
        self.folder = folder
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        // Swift's Glibc module shows neither grantpt and its like nor these requests: TIOCSPTLCK and TIOCGPTN.
        var lock: Int32 = 0
        var number: UInt32 = 0
        guard descriptor >= 0, ioctl(descriptor, 0x4004_5431, &lock) == 0, ioctl(descriptor, 0x8004_5430, &number) == 0
        else { throw Problem(description: "no pseudo-terminal: \(errno)") }
        path = "/dev/pts/\(number)"
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
        let words = ([try Program.postui()] + arguments).map { "'\($0)'" }.joined(separator: " ")
        // The shell outlives the till, and takes what the till left in the terminal.
        try folder.write(
            """
            ulimit -c 0
            trap : INT QUIT
            stty -a >'\(folder.file("before"))'
            \(words)
            echo $? >'\(folder.file("status.new"))'
            stty -a >'\(folder.file("after"))'
            mv '\(folder.file("status.new"))' '\(folder.file("status"))'
            exec cat >'\(folder.file("left"))'
            """, to: "shell.sh")
        shell = try Self.start(folder.file("shell.sh"), on: path, home: folder.path, terminal: terminal, variables)
    }

    private static func start(
        _ script: String, on path: String, home: String, terminal: String, _ further: [String]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A new session's first terminal controls it.
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        try Program.closeAll(from: 3, &actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup(script), nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            [
                strdup("PATH=/usr/bin:/bin"), strdup("HOME=\(home)"), strdup("LC_ALL=C.UTF-8"),
                strdup("TERM=\(terminal)"),
            ] + further.map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var id = pid_t()
        let code = posix_spawn(&id, "/bin/sh", &actions, &attributes, &words, &variables)
        guard code == 0 else { throw Problem(description: "the shell does not start: error \(code)") }
        return id
    }

    /// Ends all that still runs on it.
    func close() {
        for process in [shell] + ProcessTable.descendants(of: shell) { kill(process, SIGKILL) }
        Glibc.close(descriptor)
        waitpid(shell, nil, 0)
    }

    // MARK: - Hands

    /// Sends bytes, at once or one by one with a pause behind each.
    func send(_ bytes: [UInt8], gap: Int? = nil) async throws {
        guard let gap else { return try write(bytes) }
        for byte in bytes {
            try write([byte])
            try await pause(gap)
        }
    }

    func send(_ text: String, gap: Int? = nil) async throws {
        try await send(Array(text.utf8), gap: gap)
    }

    /// Presses a key until the screen shows that it was heeded: a result ignores the keys of its first moments.
    func press(_ key: String, until phrase: Phrase) async throws {
        for _ in 0..<20 {
            try await send(key)
            for _ in 0..<40 where !holds(phrase.text(in: .english)) { try await pause(20) }
            if holds(phrase.text(in: .english)) { return }
        }
        throw Problem(description: "the key does not lead to “\(phrase.text(in: .english))”:\n\(screen.text)")
    }

    func pause(_ milliseconds: Int) async throws {
        try await Task.sleep(for: .milliseconds(milliseconds))
        read()
    }

    /// Sends bytes as a line of 9,600 baud brings them: 960 in a second, each at its own time.
    func sendSlowly(_ text: String) async throws {
        let start = ContinuousClock.now
        for (index, byte) in text.utf8.enumerated() {
            let due = start + .nanoseconds(index * 1_000_000_000 / 960)
            // Pauses of a millisecond are longer than that: whoever is late goes on without one.
            if ContinuousClock.now < due { usleep(UInt32(max(1, (due - ContinuousClock.now) / .microseconds(1)))) }
            try write([byte])
        }
        try await pause(1)
    }

    private func write(_ bytes: [UInt8]) throws {
        read()
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Problem(description: "the terminal takes nothing: \(errno)")
        }
    }

    /// As somebody else on the machine writes on it.
    func scribble(_ text: String) throws {
        let other = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
        guard other >= 0 else { throw Problem(description: "\(path) can't be opened") }
        defer { Glibc.close(other) }
        guard Glibc.write(other, text, text.utf8.count) == text.utf8.count else {
            throw Problem(description: "\(path) takes nothing")
        }
    }

    // MARK: - Eyes

    /// Takes what came.
    private func read() {
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return }
            written += buffer[..<count]
            screen.take(buffer[..<count])
        }
    }

    /// Whether the terminal shows what is typed, as its modes are now.
    var isEchoing: Bool {
        var modes = termios()
        return tcgetattr(descriptor, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
    }

    func holds(_ text: String) -> Bool {
        read()
        return screen.text.holds(text)
    }

    func shows(_ phrases: Phrase...) async throws {
        try await shows(phrases.map { $0.text(in: .english) })
    }

    func shows(_ texts: [String]) async throws {
        try await wait("the screen shows \(texts)") { texts.allSatisfy(holds) }
    }

    func hides(_ text: String) async throws {
        try await wait("the screen does not show \(text)") { !holds(text) }
    }

    private func wait(_ what: String, _ isSo: () -> Bool) async throws {
        let end = ContinuousClock.now + Self.patience
        while !isSo() {
            guard ContinuousClock.now < end else { throw Problem(description: "not so: \(what)\n\(screen.text)") }
            try await Task.sleep(for: .milliseconds(10))
            read()
        }
    }

    // MARK: - The till

    var till: pid_t? {
        ProcessTable.descendants(of: shell).first { ProcessTable.name(of: $0) == "postui" }
    }

    /// Waits for the till's end.
    ///
    /// The terminal must then be as before, with nothing left in it.
    func ends(with status: Int32, leaving sequences: [String], since start: Int) async throws {
        try await wait("the till has ended") { access(folder.file("status"), R_OK) == 0 }
        #expect(try folder.text(of: "status") == "\(status)\n")
        let after = try folder.text(of: "after")
        #expect(after.contains(" icanon") && after.contains(" echo "))
        #expect(try folder.text(of: "before") == after)
        // The till's last bytes may have come after the last look.
        read()
        let told = WrittenBytes(Array(written[start...]))
        for sequence in sequences {
            #expect(told.holds(sequence), "\(sequence.dropFirst()) was not written")
        }
    }

    /// Changes the window's size so often that the till has written more than the terminal holds, none of which is
    /// read.
    func clog() async throws {
        for turn in 0..<150 {
            var size = winsize(
                ws_row: UInt16(24 + (149 - turn) % 30), ws_col: UInt16(80 + (149 - turn) % 50), ws_xpixel: 0,
                ws_ypixel: 0)
            _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
            try await Task.sleep(for: .milliseconds(15))
        }
    }

    /// Waits for the till's end without reading anything.
    func endsUnread(within limit: Duration) async throws {
        let end = ContinuousClock.now + limit
        while access(folder.file("status"), R_OK) != 0 {
            guard ContinuousClock.now < end else { throw Problem(description: "the till has not ended in \(limit)") }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// What the till left for the shell, once the shell has read on.
    func left() async throws -> String {
        try await send("\n")
        try await wait("the shell reads") { (try? folder.text(of: "left").hasSuffix("\n")) ?? false }
        return try folder.text(of: "left")
    }
}
