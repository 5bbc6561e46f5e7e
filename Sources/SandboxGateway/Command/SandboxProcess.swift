import ArgumentParser
import Dispatch
import Glibc
import PayEngine

/// The sandbox as a process: signals, the line that says it is ready, the port file.
struct SandboxProcess {
    private let command: SandboxCommand
    private let configuration: SandboxConfiguration

    init(_ command: SandboxCommand) throws {
        self.command = command
        configuration = try command.sandboxConfiguration()
    }

    /// Serves until SIGTERM or SIGINT comes, or the parent is gone.
    func run() async throws {
        Self.raiseDescriptorLimit()
        guard AuthenCode.isAvailable else {
            throw SandboxServer.Problem(
                description: "OpenSSL on this machine makes no SHA-256 (see openssl.cnf): no request could be judged")
        }
        // A client that is gone must not end the process.
        signal(SIGPIPE, SIG_IGN)
        let ends = Endings(watchesParent: command.exitWithParent)
        let server = try SandboxServer(configuration)
        let port = try await server.start()
        if let portFile = command.portFile { try AtomicFile.write(Array("\(port)\n".utf8), to: portFile) }
        Self.write("listening on http://127.0.0.1:\(port)\n", to: STDOUT_FILENO)
        defer { if let portFile = command.portFile { unlink(portFile) } }
        try await withThrowingTaskGroup { group in
            group.addTask { await ends.wait() }
            group.addTask { try await server.waitForFailure() }
            defer { group.cancelAll() }
            try await group.next()
            await server.stop()
        }
    }

    /// Allows as many connections as the system does.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    static func say(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    /// Writes past any buffer: whoever started the sandbox waits for the line.
    private static func write(_ text: String, to file: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(file, bytes, bytes.count)
    }
}
