import Glibc
import Testing

@testable import SandboxGateway

struct StateFileTests {
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        var template = Array("/tmp/cpay-sandbox-test.XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer { rmdir(folder) }
        try await body(folder)
    }

    @Test func ordersSurviveARestart() async throws {
        try await withFolder { folder in
            let path = folder + "/state.json"
            defer { unlink(path) }
            let content = Sample.freeze(71)
            var configuration = try TestSandbox.configuration()
            configuration.stateFile = path
            try await TestSandbox.run(configuration) { sandbox in
                _ = try await sandbox.client().ask("POST", "/cpay/micro_freeze", sandbox.body(content))
            }
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            try await TestSandbox.run(configuration) { sandbox in
                let orders = await sandbox.server.orders
                #expect(orders.map(\.order.number) == [Sample.number])
                #expect(orders.map(\.order.releases.count) == [3])
                let answer = try await sandbox.client().ask("POST", "/cpay/micro_freeze", sandbox.body(content))
                #expect(try sandbox.state(answer) == 2)
                #expect(await sandbox.server.orders.map(\.sendings) == [2])
            }
        }
    }

    @Test func anotherFileIsRefused() async throws {
        try await withFolder { folder in
            let path = folder + "/state.json"
            defer { unlink(path) }
            try AtomicFile.write(Array("{}".utf8), to: path)
            var configuration = try TestSandbox.configuration()
            configuration.stateFile = path
            #expect(throws: StateFile.Problem.self) { try SandboxServer(configuration) }
        }
    }

    @Test func everyStageComesBackFromTheFile() throws {
        let stages: [BankStage] = [
            .created, .waiting, .frozen, .stopped, .paymentError, .over, .absent, .number(9),
        ]
        for stage in stages { #expect(BankStage(stage.text) == stage) }
        #expect(BankStage("melted") == nil)
        #expect(BankStage("-1") == nil)
    }
}
