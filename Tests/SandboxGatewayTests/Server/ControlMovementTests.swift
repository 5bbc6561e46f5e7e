import TestSupport
import Testing

@testable import SandboxGateway

/// What control requests tell of releases and consumes, and do to them and to codes.
struct ControlMovementTests {
    private struct NoList: Error {}

    private func ask(_ sandbox: TestSandbox, _ interface: BankInterface, _ content: BankJSON) async throws {
        _ = try await sandbox.client().ask("POST", "/cpay/\(interface.rawValue)", sandbox.body(content))
    }

    private func orders(_ sandbox: TestSandbox) async throws -> [BankJSON] {
        let answer = try await sandbox.client().ask("GET", "/sandbox/orders")
        guard case .array(let orders) = try BankJSONReader.read(answer.body) else { throw NoList() }
        return orders
    }

    private func list(_ order: BankJSON, _ name: String) throws -> [BankJSON] {
        guard case .array(let list) = order[name] else { throw NoList() }
        return list
    }

    private func post(_ sandbox: TestSandbox, _ path: String, _ body: String = "") async throws -> Int? {
        try await sandbox.client().ask("POST", "/sandbox/orders/\(path)", Array(body.utf8)).status
    }

    @Test func everyMovementIsListedWithItsEffects() async throws {
        try await TestSandbox.run { sandbox in
            try await ask(sandbox, .microFreeze, Sample.freeze(platform: .alipay))
            try await sandbox.server.add("lost@unfreeze:1")
            let release = Sample.unfreeze(50, platform: .alipay)
            for _ in 0..<2 { try await ask(sandbox, .unfreeze, release) }
            try await sandbox.server.add("failed@unfreeze:1")
            try await ask(
                sandbox, .unfreeze, Sample.unfreeze(70, number: Sample.releaseNumber + "1", platform: .alipay))
            try await ask(sandbox, .depositConsume, Sample.consume(200, releasesRest: true, platform: .alipay))
            let order = try #require(try await orders(sandbox).first)
            #expect(order["state"]?.text == "over")
            let amounts = ["consumed", "released", "released_by_itself", "refunded", "left"]
            #expect(amounts.map { order[$0]?.whole } == [200, 1050, 1000, 0, 0])
            let releases = try list(order, "releases")
            #expect(releases.map { $0["number"]?.text } == [Sample.releaseNumber, Sample.releaseNumber + "1"])
            #expect(releases.map { $0["fee"]?.whole } == [50, 70])
            #expect(releases.map { $0["state"]?.text } == ["done", "failed"])
            #expect(releases.map { $0["effects"]?.whole } == [1, 0])
            #expect(releases.map { $0["sendings"]?.whole } == [2, 1])
            let consumes = try list(order, "consumes")
            #expect(consumes.map { $0["effects"]?.whole } == [1])
            #expect(consumes.map { $0["current_trade_state"]?.whole } == [2])
            #expect(consumes.map { $0["released_by_itself"]?.whole } == [1000])
            let seen = await sandbox.server.requests
            #expect(seen.map { $0.note?.deposit }.dropFirst() == Array(repeating: Sample.number, count: 4)[...])
            #expect(seen.map { $0.note?.madeOrder } == [true, true, false, true, true])
        }
    }

    @Test func aMovementsStateIsChangedByHand() async throws {
        try await TestSandbox.run { sandbox in
            try await ask(sandbox, .microFreeze, Sample.freeze())
            try await sandbox.server.add("failed@deposit_consume:1")
            try await ask(sandbox, .depositConsume, Sample.consume(200))
            #expect(try await post(sandbox, "\(Sample.tradeNumber)/state", #"{"state":"done"}"#) == 200)
            var order = try #require(try await orders(sandbox).first)
            #expect(["consumed", "released", "left"].map { order[$0]?.whole } == [200, 1050, 0])
            #expect(try await post(sandbox, "\(Sample.tradeNumber)/state", #"{"state":13}"#) == 200)
            order = try #require(try await orders(sandbox).first)
            #expect(try list(order, "consumes").map { $0["current_trade_state"]?.whole } == [13])
            #expect(order["left"]?.whole == 1250)
            #expect(try await post(sandbox, "\(Sample.tradeNumber)/state", #"{"state":"frozen"}"#) == 400)
            try await ask(sandbox, .unfreeze, Sample.unfreeze())
            #expect(try await post(sandbox, "\(Sample.tradeNumber)/state", #"{"state":"done"}"#) == 400)
            order = try #require(try await orders(sandbox).first)
            #expect(order["left"]?.whole == 0)
        }
    }

    @Test func theCustomerScansAndPaysOnDemand() async throws {
        var configuration = try TestSandbox.configuration()
        configuration.clock.now = { Sample.start }
        try await TestSandbox.run(configuration) { sandbox in
            try await ask(sandbox, .scancodeFreeze, Sample.scancode())
            var order = try #require(try await orders(sandbox).first)
            #expect(order["state"]?.text == "absent")
            #expect(order["code_url"]?.text?.hasPrefix("https://") == true)
            #expect(try await post(sandbox, "\(Sample.number)/scan") == 200)
            order = try #require(try await orders(sandbox).first)
            #expect(order["state"]?.text == "created")
            #expect(try await post(sandbox, "\(Sample.number)/pay") == 200)
            order = try #require(try await orders(sandbox).first)
            #expect(order["state"]?.text == "frozen")
            #expect(order["made"]?.whole == 1)
        }
    }

    @Test func aCodeIsPaidOnceAndInTimeOnly() async throws {
        let clock = Tally()
        var configuration = try TestSandbox.configuration()
        configuration.clock.now = { Sample.start + Int(clock.all.reduce(.zero, +).components.seconds) }
        try await TestSandbox.run(configuration) { sandbox in
            try await sandbox.server.add("absent@scancode_freeze:1")
            try await ask(sandbox, .scancodeFreeze, Sample.scancode())
            clock.add(.seconds(300))
            #expect(try await post(sandbox, "\(Sample.number)/pay") == 400)
            try await ask(sandbox, .microFreeze, Sample.freeze(number: Sample.number + "1"))
            #expect(try await post(sandbox, "\(Sample.number)1/pay") == 400)
        }
    }
}
