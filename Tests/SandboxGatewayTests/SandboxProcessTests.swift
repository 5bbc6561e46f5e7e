import Glibc
import Testing

@testable import SandboxGateway

/// The built program, started as a process of its own.
struct SandboxProcessTests {
    private struct Problem: Error {
        let call: String
        let number: Int32
    }

    /// Products stand beside the test bundle.
    private func program() throws -> String {
        var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let length = path.withUnsafeMutableBytes { buffer in
            readlink("/proc/self/exe", buffer.bindMemory(to: CChar.self).baseAddress!, buffer.count)
        }
        guard length > 0 else { throw Problem(call: "readlink", number: errno) }
        let own = String(decoding: path[..<length], as: UTF8.self)
        let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return folder + "/cpay-sandbox"
    }

    private func start(_ arguments: [String]) throws -> pid_t {
        let program = try program()
        var child: pid_t = 0
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let failed = posix_spawn(&child, program, nil, nil, &words, environ)
        guard failed == 0 else { throw Problem(call: "posix_spawn \(program)", number: failed) }
        return child
    }

    /// Asks again and again until there is an answer; the test's own time limit ends it otherwise.
    private func eventually<Value>(_ answer: () -> Value?) async throws -> Value {
        while true {
            if let value = answer() { return value }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func port(in file: String) -> UInt16? {
        guard let stream = fopen(file, "r") else { return nil }
        defer { fclose(stream) }
        var buffer = [UInt8](repeating: 0, count: 16)
        let count = fread(&buffer, 1, buffer.count, stream)
        return UInt16(String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func servesUntilItIsToldToEnd(_ signal: Int32) async throws {
        var template = Array("/tmp/cpay-sandbox-test.XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        let files = (key: folder + "/key", port: folder + "/port", state: folder + "/state")
        defer {
            for file in [files.key, files.port, files.state] { unlink(file) }
            rmdir(folder)
        }
        try AtomicFile.write(Array("654502BB0F57EC8737B4CF12117575B8\n".utf8), to: files.key)
        let child = try start([
            "--key-file", files.key, "--port-file", files.port, "--state-file", files.state, "--quiet",
            "--exit-with-parent",
        ])
        let port: UInt16 = try await eventually { self.port(in: files.port) }
        let body = Sample.body(Sample.freeze().written, key: try Sample.rules().key)
        let client = try RawClient(port: port)
        #expect(try await client.ask("POST", "/cpay/micro_freeze", body).status == 200)
        #expect(kill(child, signal) == 0)
        var status: Int32 = 0
        let ended: Int32 = try await eventually { waitpid(child, &status, WNOHANG) == child ? status : nil }
        #expect(ended == 0)
        #expect(access(files.port, F_OK) != 0)
        #expect(access(files.state, F_OK) == 0)
    }
}
