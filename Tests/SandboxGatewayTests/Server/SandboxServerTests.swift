import TestSupport
import Testing

@testable import SandboxGateway

/// The whole sandbox over a real socket.
struct SandboxServerTests {
    private let freeze = "/cpay/micro_freeze"
    private let query = "/cpay/query_freeze_order"

    @Test func oneConnectionServesManyRequests() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            #expect(try await client.ask("POST", "/cpay/ping").status == 200)
            let frozen = try await client.ask("POST", freeze, sandbox.body(Sample.freeze()))
            #expect(try sandbox.state(frozen) == 2)
            let asked = try await client.ask("POST", query, sandbox.body(Sample.query()))
            #expect(try sandbox.state(asked, .queryFreezeOrder) == 2)
            let other = try sandbox.client()
            #expect(try await other.ask("POST", "/cpay/ping").ending == .answer)
            let seen = await sandbox.server.requests
            #expect(seen.map(\.connection) == [1, 1, 1, 2])
            #expect(seen.map { $0.note?.madeOrder } == [false, true, false, false])
            #expect(await sandbox.server.orders.map(\.sendings) == [1])
        }
    }

    /// Fault, how the answer ends, whether an order is made.
    static let endings: [(fault: String, ending: RawClient.Ending, makes: Bool)] = [
        ("lost", .closed, true), ("swallowed", .closed, false), ("reset", .reset, false), ("half", .closed, true),
    ]

    @Test(arguments: endings)
    func aLineEnds(_ expected: (fault: String, ending: RawClient.Ending, makes: Bool)) async throws {
        try await TestSandbox.run { sandbox in
            try await sandbox.server.add("\(expected.fault):1")
            let client = try sandbox.client()
            #expect(try await client.ask("POST", "/cpay/ping").ending == .answer)
            let answer = try await client.ask("POST", freeze, sandbox.body(Sample.freeze()))
            #expect(answer.ending == expected.ending)
            #expect(answer.body.isEmpty == (expected.fault != "half"))
            #expect(await sandbox.server.orders.count == (expected.makes ? 1 : 0))
            #expect(await sandbox.server.requests.count == 2)
        }
    }

    @Test func halfAnAnswerIsHalfOfIt() async throws {
        try await TestSandbox.run { sandbox in
            let whole = try await sandbox.client().ask("POST", freeze, sandbox.body(Sample.freeze()))
            let number = Sample.number + "1"
            let other = Sample.freeze(34, number: number, code: "111111111111111111")
            let half = try await sandbox.client().ask("POST", freeze, sandbox.body(other))
            #expect(half.status == 200)
            #expect(abs(half.body.count - whole.body.count / 2) < 20)
        }
    }

    @Test func aConnectionMayCloseAfterAnAnswerWithoutSayingSo() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            let answer = try await client.ask("POST", freeze, sandbox.body(Sample.freeze(37)))
            #expect(answer.ending == .answer)
            #expect(!answer.head.lowercased().contains("connection: close"))
            #expect(try await client.receive().ending == .closed)
        }
    }

    @Test func aHangingAnswerKeepsTheConnectionOpen() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client(patience: .milliseconds(100))
            try await client.post("POST", freeze, sandbox.body(Sample.freeze(36)))
            // Asked behind it, on another connection: the freeze may still be on its way.
            for _ in 0..<10_000 where await sandbox.server.orders.isEmpty {
                try await Task.sleep(for: .milliseconds(1))
            }
            #expect(await sandbox.server.orders.count == 1)
            #expect(try await client.receive().ending == .silence)
        }
    }

    @Test func aLateAnswerWaitsForTheClock() async throws {
        let pauses = Tally()
        let clock = SandboxClock(now: { Sample.start }, pause: { pauses.add($0) })
        var configuration = try TestSandbox.configuration()
        configuration.clock = clock
        try await TestSandbox.run(configuration) { sandbox in
            let answer = try await sandbox.client().ask("POST", freeze, sandbox.body(Sample.freeze(35)))
            #expect(try sandbox.state(answer) == 2)
            #expect(pauses.all == [.milliseconds(4000)])
        }
    }

    @Test func anIdleConnectionIsClosed() async throws {
        var configuration = try TestSandbox.configuration()
        let (gate, opening) = AsyncStream<Void>.makeStream()
        configuration.idle = .seconds(60)
        configuration.clock.pause = { _ in for await _ in gate {} }
        try await TestSandbox.run(configuration) { sandbox in
            let client = try sandbox.client()
            #expect(try await client.ask("POST", "/cpay/ping").ending == .answer)
            opening.finish()
            #expect(try await client.receive().ending == .closed)
        }
    }

    @Test func aHugeAnswerComesWhole() async throws {
        try await TestSandbox.run { sandbox in
            let answer = try await sandbox.client().ask("POST", freeze, sandbox.body(Sample.freeze(53)))
            #expect(answer.ending == .answer)
            #expect(answer.body.count > 1_048_576)
        }
    }

    @Test func pagesAndRedirectsAreHTTP() async throws {
        try await TestSandbox.run { sandbox in
            try await sandbox.server.add("html-502@ping:1")
            try await sandbox.server.add("redirect@ping:1")
            let client = try sandbox.client()
            let page = try await client.ask("POST", "/cpay/ping")
            #expect(page.status == 502)
            #expect(page.head.contains("text/html"))
            let moved = try await client.ask("POST", "/cpay/ping")
            #expect(moved.status == 302)
            #expect(moved.head.contains("Location: /elsewhere"))
            #expect(try await client.ask("GET", "/elsewhere").status == 404)
            #expect(try await client.ask("GET", "/cpay/ping").status == 405)
            let seen = await sandbox.server.requests
            #expect(seen.map(\.target) == ["POST /cpay/ping", "POST /cpay/ping", "GET /elsewhere", "GET /cpay/ping"])
            #expect(seen.map { $0.note == nil } == [false, false, true, true])
        }
    }

    @Test func pingMayBeDown() async throws {
        try await TestSandbox.run { sandbox in
            try await sandbox.server.add("ping-down")
            #expect(try await sandbox.client().ask("POST", "/cpay/ping").ending == .closed)
            await sandbox.server.clearFaults()
            #expect(try await sandbox.client().ask("POST", "/cpay/ping").status == 200)
        }
    }

    @Test func aClientMayCloseItsHalfFirst() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            let body = sandbox.body(Sample.freeze())
            let head = "POST \(freeze) HTTP/1.1\r\nContent-Type: application/json\r\n"
            try await client.send(Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body)
            client.closeHalf()
            #expect(try sandbox.state(try await client.receive()) == 2)
        }
    }

    @Test func manyConnectionsAtOnce() async throws {
        try await TestSandbox.run { sandbox in
            try await withThrowingTaskGroup(of: Int?.self) { group in
                for index in 10..<30 {
                    group.addTask {
                        let content = Sample.freeze(
                            1000 + index, number: Sample.number + "\(index)", code: "1111111111111111\(index)")
                        let client = try sandbox.client()
                        _ = try await client.ask("POST", "/cpay/ping")
                        return try sandbox.state(
                            try await client.ask("POST", "/cpay/micro_freeze", sandbox.body(content)))
                    }
                }
                for try await state in group { #expect(state == 2) }
            }
            #expect(await sandbox.server.orders.count == 20)
        }
    }

    @Test func aStoppedSandboxFreesItsPort() async throws {
        var port: UInt16 = 0
        try await TestSandbox.run { port = $0.port }
        #expect(throws: RawClient.Problem.self) { try RawClient(port: port) }
        var configuration = try TestSandbox.configuration()
        configuration.port = port
        try await TestSandbox.run(configuration) { #expect($0.port == port) }
    }
}
