import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import SandboxGateway

struct StateFileTests {
    @Test func ordersSurviveARestart() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
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

    /// Only its digest is kept, which still tells that it was used; answers mask it after a restart.
    @Test func noPaymentCodeIsKept() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
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

    @Test func aFileThatHoldsWholeCodesIsReplaced() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
        let old = #"{"orders":{},"usedCodes":{"\#(Sample.wechatCode)":"\#(Sample.number)"},"nonces":{}}"#
        try AtomicFile.write(Array(old.utf8), to: path)
        var configuration = try TestSandbox.configuration()
        configuration.stateFile = path
        _ = try SandboxServer(configuration)
        let kept = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(!kept.contains(Sample.wechatCode))
    }

    /// A file of before holds the whole ledger on one line without an end.
    @Test func aFileOfBeforeIsRead() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
        var configuration = try TestSandbox.configuration()
        configuration.stateFile = path
        try await TestSandbox.run(configuration) { sandbox in
            _ = try await sandbox.client().ask("POST", "/cpay/micro_freeze", sandbox.body(Sample.freeze()))
        }
        _ = try SandboxServer(configuration)
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        #expect(whole.count { $0 == 0x0A } == 1)
        try AtomicFile.write(Array(whole.dropLast()), to: path)
        #expect(try await SandboxServer(configuration).orders.map(\.order.number) == [Sample.number])
    }

    /// Each request adds a line of its own, however many orders there are; the next start makes one line of all.
    @Test func aChangeWritesOnlyItself() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
        var bank = try TestBank()
        let file = try StateFile(path: path)
        bank.bank.ledger = file.ledger
        var sizes: [Int] = []
        func keep() throws {
            let before = try Data(contentsOf: URL(filePath: path)).count
            try file.append(bank.bank.ledger.change)
            bank.bank.ledger.forgetChanges()
            sizes.append(try Data(contentsOf: URL(filePath: path)).count - before)
        }
        for index in 100..<500 {
            let content = Sample.freeze(
                1000, number: Sample.number + "\(index)", code: "111111111111111\(index)")
            #expect(bank.ask(.microFreeze, content).status == 0)
            try keep()
        }
        #expect(bank.ask(.unfreeze, Sample.unfreeze(1000, of: Sample.number + "250")).status == 0)
        try keep()
        #expect(bank.ask(.queryFreezeOrder, Sample.query(Sample.number + "250")).state() == 5)
        try keep()
        #expect(try #require(sizes.max()) < 3000)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let whole = try encoder.encode(bank.bank.ledger)
        for _ in 0..<2 {
            let isSame = try encoder.encode(try StateFile(path: path).ledger) == whole
            #expect(isSame)
            #expect(try Data(contentsOf: URL(filePath: path)).count { $0 == 0x0A } == 1)
        }
    }

    /// What a write left that was cut off was never answered for.
    @Test func aTornEndIsLeftOut() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
        var configuration = try TestSandbox.configuration()
        configuration.stateFile = path
        try await TestSandbox.run(configuration) { sandbox in
            for index in 1...2 {
                let content = Sample.freeze(
                    number: Sample.number + "\(index)", code: "11111111111111111\(index)")
                _ = try await sandbox.client().ask("POST", "/cpay/micro_freeze", sandbox.body(content))
            }
        }
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        try AtomicFile.write(Array(whole.dropLast(40)), to: path)
        #expect(try await SandboxServer(configuration).orders.map(\.order.number) == [Sample.number + "1"])
        try AtomicFile.write(Array(whole.dropLast(40)) + [0x0A], to: path)
        #expect(throws: StateFile.Problem.self) { try SandboxServer(configuration) }
    }

    @Test func anotherFileIsRefused() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("state.json")
        try AtomicFile.write(Array("{}".utf8), to: path)
        var configuration = try TestSandbox.configuration()
        configuration.stateFile = path
        #expect(throws: StateFile.Problem.self) { try SandboxServer(configuration) }
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
