import Glibc
import TestSupport
import Testing

@testable import SandboxGateway

@Suite(.timeLimit(.minutes(5)))
struct SandboxProcessTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func servesUntilItIsToldToEnd(_ signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let files = (key: folder.file("key"), port: folder.file("port"), state: folder.file("state"))
        try AtomicFile.write(Array("654502BB0F57EC8737B4CF12117575B8\n".utf8), to: files.key)
        let program = try SandboxProgram([
            "--key-file", files.key, "--port-file", files.port, "--state-file", files.state, "--quiet",
            "--exit-with-parent",
        ])
        defer { kill(program.child, SIGKILL) }
        let port = try #require(try await program.eventually { program.port(in: files.port) })
        let body = Sample.body(Sample.freeze().written, key: try Sample.rules().key)
        let client = try RawClient(port: port)
        #expect(try await client.ask("POST", "/cpay/micro_freeze", body).status == 200)
        #expect(kill(program.child, signal) == 0)
        #expect(try await program.end() == 0)
        #expect(access(files.port, F_OK) != 0)
        #expect(access(files.state, F_OK) == 0)
    }

    /// OpenSSL's configuration may name a provider that makes no digests: no request could be judged.
    @Test func withoutDigestsItDoesNotBegin() async throws {
        let folder = try TemporaryFolder()
        let files = (key: folder.file("key"), port: folder.file("port"), openssl: folder.file("openssl.cnf"))
        try AtomicFile.write(Array("654502BB0F57EC8737B4CF12117575B8\n".utf8), to: files.key)
        let configuration = """
            openssl_conf = init
            [init]
            providers = list
            [list]
            base = base
            [base]
            activate = 1

            """
        try AtomicFile.write(Array(configuration.utf8), to: files.openssl)
        let program = try SandboxProgram(
            ["--key-file", files.key, "--port-file", files.port, "--quiet", "--exit-with-parent"],
            wrapper: ["env", "OPENSSL_CONF=" + files.openssl])
        defer { kill(program.child, SIGKILL) }
        #expect(try await program.end(within: .seconds(20)) == 1)
        #expect(access(files.port, F_OK) != 0)
    }
}
