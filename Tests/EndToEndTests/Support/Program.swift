import Glibc
import TestSupport

/// A program in the middle of its work: `postui` as it was built beside these tests, or one of the system's.
struct Program: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// How it ended and what it said.
    struct End: Sendable {
        /// Nil when a signal ended it.
        let status: Int32?
        let output: String
        let errors: String
    }

    let id: pid_t
    private let folder: TemporaryFolder

    /// Starts the program at a path.
    ///
    /// It reads `input` from standard input, and gets no variables but those of `environment`.
    init(_ path: String, _ arguments: [String], environment: [String: String] = [:], input: String = "") throws {
        folder = try TemporaryFolder()
        try folder.write(input, to: "in")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, folder.file("in"), O_RDONLY, 0)
        for (descriptor, name) in [(STDOUT_FILENO, "out"), (STDERR_FILENO, "err")] {
            posix_spawn_file_actions_addopen(
                &actions, descriptor, folder.file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        try Self.closeAll(from: 3, &actions)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        // The threads that tests run on block all signals, and children inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var id = pid_t()
        let code = posix_spawn(&id, path, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw Problem(description: "\(path) does not start: error \(code)") }
        self.id = id
    }

    /// Closes all descriptors from a number on in the child, where sockets of tests that run beside this one must not
    /// stay open.
    ///
    /// Swift's Glibc module does not show the function that does it.
    static func closeAll(from first: Int32, _ actions: inout posix_spawn_file_actions_t) throws {
        typealias Function = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else {
            throw Problem(description: "glibc 2.34 or newer is wanted")
        }
        guard unsafeBitCast(symbol, to: Function.self)(&actions, first) == 0 else {
            throw Problem(description: "no memory")
        }
    }

    func signal(_ number: Int32) {
        kill(id, number)
    }

    /// Waits for its end without holding up other tests; kills it after a while.
    func end(within limit: Duration = .seconds(90)) async throws -> End {
        let deadline = ContinuousClock.now + limit
        var status: Int32 = 0
        while true {
            let found = waitpid(id, &status, WNOHANG)
            if found == id { break }
            if found < 0, errno != EINTR { throw Problem(description: "it can't be waited for: \(errno)") }
            guard ContinuousClock.now < deadline else {
                kill(id, SIGKILL)
                waitpid(id, &status, 0)
                throw Problem(description: "it did not end: \(said("out")) \(said("err"))")
            }
            do {
                try await Task.sleep(for: .milliseconds(2))
            } catch {
                kill(id, SIGKILL)
                waitpid(id, &status, 0)
                throw error
            }
        }
        let isExit = status & 0x7f == 0
        return End(status: isExit ? (status >> 8) & 0xff : nil, output: said("out"), errors: said("err"))
    }

    /// What it printed so far.
    var output: String { get throws { try folder.text(of: "out") } }

    /// What it said on standard error so far.
    var errors: String { get throws { try folder.text(of: "err") } }

    /// What it wrote so far.
    private func said(_ name: String) -> String {
        (try? folder.text(of: name)) ?? ""
    }
}

extension Program {
    /// `postui`, in the folder of the test bundle.
    static func postui() throws -> String {
        try BuiltProgram.path(of: "postui")
    }

    static func sandbox() throws -> String {
        try BuiltProgram.path(of: "cpay-sandbox")
    }

    /// The runner of the crash scripts.
    static func tillLoad() throws -> String {
        try BuiltProgram.path(of: "till-load")
    }
}
