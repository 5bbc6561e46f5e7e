import Glibc
import TestSupport
import Testing

@testable import SandboxGateway

/// The built program, started as a process of its own.
struct SandboxProgram {
    struct Problem: Error {
        let call: String
        let number: Int32
    }

    let child: pid_t

    /// Starts the sandbox; `wrapper` is a program that runs it, whose path and arguments follow its own.
    init(_ arguments: [String], wrapper: [String] = []) throws {
        let program = try BuiltProgram.path(of: "cpay-sandbox")
        let all = wrapper + [program] + arguments
        var made: pid_t = 0
        var words = all.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let failed = posix_spawnp(&made, all[0], nil, nil, &words, environ)
        guard failed == 0 else { throw Problem(call: "posix_spawn \(all[0])", number: failed) }
        child = made
    }

    /// The exit status, or the signal as a negative number; nil where it did not end in time.
    func end(within limit: Duration = .seconds(60)) async throws -> Int32? {
        try await eventually(within: limit) {
            var status: Int32 = 0
            guard waitpid(child, &status, WNOHANG) == child else { return nil }
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        }
    }

    /// Asks again and again until there is an answer; nil where there was none in time.
    func eventually<Value>(within limit: Duration = .seconds(60), _ answer: () -> Value?) async throws -> Value? {
        let start = ContinuousClock.now
        while true {
            if let value = answer() { return value }
            guard start.duration(to: .now) < limit else { return nil }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    func port(in file: String) -> UInt16? {
        guard let stream = fopen(file, "r") else { return nil }
        defer { fclose(stream) }
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = fread(&buffer, 1, buffer.count, stream)
        return UInt16(String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }

    /// Runs a sandbox in a folder of its own for the length of a test.
    ///
    /// It ends with `status`; by itself, unless that is 0.
    static func run(_ wrapper: [String], status: Int32 = 0, body: (UInt16) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let files = (key: folder.file("key"), port: folder.file("port"))
        try AtomicFile.write(Array("654502BB0F57EC8737B4CF12117575B8\n".utf8), to: files.key)
        let program = try SandboxProgram(
            ["--key-file", files.key, "--port-file", files.port, "--quiet", "--exit-with-parent"], wrapper: wrapper)
        defer { kill(program.child, SIGKILL) }
        let port = try #require(try await program.eventually { program.port(in: files.port) })
        try await body(port)
        if status == 0 { #expect(kill(program.child, SIGTERM) == 0) }
        #expect(try await program.end() == status)
    }
}
