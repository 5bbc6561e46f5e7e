import Glibc
import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// The real program, killed with -9 in the middle of a freeze.
struct CrashTests {
    @Test func afterTheSending() async throws {
        try await CommandTill.run(faults: ["hang@micro_freeze"]) { till in
            let program = try till.start(["freeze", "--amount", "5", "--code", "-"], input: till.code() + "\n")
            try await Polling.until("the freeze arrived") { await till.seen(.microFreeze) == 1 }
            program.signal(SIGKILL)
            #expect(try await till.end(of: program).status == nil)
            let number = try await onlyOpenNumber(till)
            let query = try await till.postui("query", number, "--json")
            #expect(query.status == 0)
            #expect(try query.object()["outcome"]?.text == "frozen")
            #expect(try await onlyOpenNumber(till) == number)
            let deposit = try await settle(till)
            #expect(deposit.outcome == .done)
            #expect(try till.lines(of: number) == ["intent", "frozen(held)"])
            #expect(await till.server.orders.count == 1)
            #expect(await till.seen(.microFreeze) == 1)
        }
    }

    /// The intent is durable, and not even a connection stands.
    @Test func beforeTheSending() async throws {
        let (listener, port) = try ClosedPort.bound()
        // With nobody to accept them, connections wait; the program's own never comes to stand.
        #expect(listen(listener, 0) == 0)
        let folder = try TemporaryFolder()
        let code = TestMerchant.code()
        let waiting = try (0..<4).map { _ in try FullBacklog.connect(to: port) }
        let file = try TillFile(bases: ["http://127.0.0.1:\(port)"]).write(into: folder)
        let program = try Program(
            Program.postui(), ["freeze", "--amount", "5", "--code", "-", "--config", file],
            environment: ["HOME": folder.path], input: code + "\n")
        try await Polling.until("the intent is durable") {
            try JournalLine.all(in: folder.file("journal")).contains { $0.event == "freeze.intent" }
        }
        program.signal(SIGKILL)
        _ = try await program.end()
        for descriptor in waiting + [listener] { close(descriptor) }
        let open = try await Program(
            Program.postui(), ["open", "--json", "--config", file], environment: ["HOME": folder.path]
        ).end()
        let number = try LookUpCommandTests.number(open)
        try await settleAsAbsent(number, folder: folder, file: file, port: port)
    }

    /// The same gateway, now up: it never saw the order, and it never sees it.
    private func settleAsAbsent(_ number: String, folder: TemporaryFolder, file: String, port: UInt16) async throws {
        var sandbox = SandboxConfiguration(key: try TestMerchant.key())
        sandbox.rules.saysAbsenceByState = true
        sandbox.port = port
        let server = try await start(sandbox)
        let query = try await Program(
            Program.postui(), ["query", number, "--json", "--config", file], environment: ["HOME": folder.path]
        ).end()
        // It is open here, so what the gateway does not show settles nothing yet.
        #expect(query.status == 3)
        let clock = TestClock.startingNow()
        clock.stop(after: .seconds(170))
        let deposit = try await settle(TillConfiguration.load(path: file, environment: [:]), clock: clock)
        #expect(deposit.outcome == .refused)
        #expect(deposit.reason == .neverArrived)
        let seen = await server.requests.map { $0.note?.interface }
        #expect(seen.contains(.queryFreezeOrder) && !seen.contains(.microFreeze))
        await server.stop()
    }

    /// A program that is just being started may hold on to the port for a moment.
    private func start(_ configuration: SandboxConfiguration) async throws -> SandboxServer {
        var started: SandboxServer?
        try await Polling.until("the port is free") {
            let server = try SandboxServer(configuration)
            started = server
            do {
                try await server.start()
                return true
            } catch {
                await server.stop()
                return false
            }
        }
        return try #require(started)
    }

    @Test func atAnyMoment() async throws {
        try await CommandTill.run { till in
            for round in 0..<20 {
                let before = (try intentNumbers(till).count, await till.seen(.microFreeze))
                let program = try till.start(["freeze", "--amount", "1", "--code", "-"], input: till.code() + "\n")
                try await Polling.until("the freeze came so far") {
                    switch round % 4 {
                    case 0: true
                    case 1: try intentNumbers(till).count > before.0
                    case 2, _: await till.seen(.microFreeze) > before.1
                    }
                }
                try await Task.sleep(for: .microseconds(Int.random(in: 0...4000)))
                program.signal(SIGKILL)
                _ = try await till.end(of: program)
            }
            let intents = try intentNumbers(till)
            #expect(Set(intents).count == intents.count)
            let orders = await till.server.orders.map(\.order.number)
            #expect(Set(orders).isSubset(of: intents))
            #expect(Set(orders).count == orders.count)
            #expect(await till.seen(.microFreeze) == orders.count)
            #expect(try await till.postui("journal", "verify", "--full").status == 0)
            // Every one that was sent turns out frozen at the next start, none is sent again.
            let sent = await till.seen(.microFreeze)
            let clock = TestClock.startingNow()
            clock.stop(after: .seconds(100))
            let desk = try PaymentDesk.open(
                configuration: configuration(till), transport: CurlTransport(gateway: configuration(till).gateway),
                clock: clock, log: LogFile.logger("desk", configuration: configuration(till)))
            await desk.followOpenQuestions()
            try await Polling.until("only what never arrived is open, and the background rests") {
                let open = await desk.openQuestions()
                return open.allSatisfy { !orders.contains($0.number.text) } && clock.sleeperCount == open.count
            }
            #expect(await till.seen(.microFreeze) == sent)
        }
    }

    private func intentNumbers(_ till: CommandTill) throws -> [String] {
        try JournalLine.all(in: till.journal).filter { $0.event == "freeze.intent" }.map(\.order)
    }

    private func onlyOpenNumber(_ till: CommandTill) async throws -> String {
        let open = try await till.postui("open", "--json")
        #expect(open.status == 0)
        return try LookUpCommandTests.number(open)
    }

    private func configuration(_ till: CommandTill) throws -> TillConfiguration {
        try TillConfiguration.load(path: till.folder.file("till.toml"), environment: [:])
    }

    private func settle(_ till: CommandTill) async throws -> Deposit {
        try await settle(configuration(till), clock: TestClock.startingNow())
    }

    /// What the background of the next start makes of the one open question.
    private func settle(_ configuration: TillConfiguration, clock: TestClock) async throws -> Deposit {
        let desk = try PaymentDesk.open(
            configuration: configuration, transport: CurlTransport(gateway: configuration.gateway), clock: clock,
            log: LogFile.logger("desk", configuration: configuration))
        var news = await desk.news().makeAsyncIterator()
        await desk.followOpenQuestions()
        return try #require(await news.next()).deposit
    }
}
