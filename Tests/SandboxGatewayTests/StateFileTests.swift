import FoundationEssentials
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

    /// Only its digest is kept, which still tells that it was used; answers mask it after a restart.
    @Test func noPaymentCodeIsKept() async throws {
        try await withFolder { folder in
            let path = folder + "/state.json"
            defer { unlink(path) }
            var configuration = try TestSandbox.configuration()
            configuration.stateFile = path
            try await TestSandbox.run(configuration) { sandbox in
                let body = sandbox.body(Sample.freeze())
                let answer = try await sandbox.client().ask("POST", "/cpay/micro_freeze", body)
                #expect(String(decoding: answer.body, as: UTF8.self).contains(Sample.wechatCode))
            }
            let kept = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            #expect(!kept.contains(Sample.wechatCode))
            #expect(kept.contains("13************2447"))
            try await TestSandbox.run(configuration) { sandbox in
                let query = sandbox.body(Sample.query())
                let answer = try await sandbox.client().ask("POST", "/cpay/query_freeze_order", query)
                #expect(String(decoding: answer.body, as: UTF8.self).contains("13************2447"))
                let again = sandbox.body(Sample.freeze(number: Sample.number + "1"))
                _ = try await sandbox.client().ask("POST", "/cpay/micro_freeze", again)
                #expect(await sandbox.server.requests.last?.note?.internalStatus == 408)
            }
        }
    }

    @Test func aFileThatHoldsWholeCodesIsReplaced() async throws {
        try await withFolder { folder in
            let path = folder + "/state.json"
            defer { unlink(path) }
            let old = #"{"orders":{},"usedCodes":{"\#(Sample.wechatCode)":"\#(Sample.number)"},"nonces":{}}"#
            try AtomicFile.write(Array(old.utf8), to: path)
            var configuration = try TestSandbox.configuration()
            configuration.stateFile = path
            _ = try SandboxServer(configuration)
            let kept = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            #expect(!kept.contains(Sample.wechatCode))
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
            .created, .waiting, .frozen, .stopped, .paymentError, .closed, .over, .absent, .number(9),
        ]
        for stage in stages { #expect(BankStage(stage.text) == stage) }
        let movements: [MovementStage] = [.created, .working, .done, .failed, .refunded, .absent, .number(13)]
        for stage in movements { #expect(MovementStage(stage.text) == stage) }
        #expect(MovementStage("melted") == nil)
        #expect(BankStage("melted") == nil)
        #expect(BankStage("-1") == nil)
    }
}
