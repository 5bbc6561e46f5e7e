import Glibc
import TestSupport

/// A real TLS server (stunnel) in front of a plain port, for the length of a test.
struct TLSFront: Sendable {
    let port: UInt16
    private let program: Program
    private let folder: TemporaryFolder

    var base: String { "https://127.0.0.1:\(port)" }

    /// Runs a body behind a TLS server.
    ///
    /// `certificate` is a PEM file with certificate and key; `further` are more lines of the service's configuration.
    static func run(
        before plainPort: UInt16, certificate: String, further: [String] = [],
        body: (TLSFront) async throws -> Void
    ) async throws {
        let front = try await start(before: plainPort, certificate: certificate, further: further)
        do {
            try await body(front)
        } catch {
            try await front.end()
            throw error
        }
        try await front.end()
    }

    private static func start(
        before plainPort: UInt16, certificate: String, further: [String]
    ) async throws -> TLSFront {
        let path = "/usr/bin/stunnel4"
        guard access(path, X_OK) == 0 else {
            throw Program.Problem(description: "stunnel4 is missing: sudo apt-get install stunnel4 (make test does it)")
        }
        // Somebody else may take the port before stunnel does.
        for _ in 0..<5 {
            let folder = try TemporaryFolder()
            let (descriptor, port) = try ClosedPort.bound()
            close(descriptor)
            let lines = [
                "foreground = yes", "pid =", "debug = 5", "output = \(folder.file("log"))", "[cpay]",
                "accept = 127.0.0.1:\(port)", "connect = 127.0.0.1:\(plainPort)", "cert = \(certificate)",
            ]
            let file = try folder.write((lines + further).joined(separator: "\n") + "\n", to: "stunnel.conf")
            let front = TLSFront(port: port, program: try Program(path, [file]), folder: folder)
            if try await front.isReady() { return front }
            try await front.end()
        }
        throw Program.Problem(description: "stunnel4 does not start")
    }

    private func isReady() async throws -> Bool {
        var isBound = false
        try await Polling.until("stunnel serves or gave up") {
            let log = (try? folder.text(of: "log")) ?? ""
            isBound = log.contains("Configuration successful")
            return isBound || log.contains("Binding service") && log.contains("failed") || kill(program.id, 0) != 0
        }
        return isBound
    }

    private func end() async throws {
        program.signal(SIGTERM)
        _ = try await program.end()
    }
}
