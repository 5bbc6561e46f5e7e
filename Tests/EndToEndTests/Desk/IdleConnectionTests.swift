import PayEngine
import Testing

@testable import SandboxGateway

/// A gateway behind a real TLS server that closes a connection when nobody has used it for a second.
struct IdleConnectionTests {
    private func run(body: (PaymentDesk, TestTill) async throws -> Void) async throws {
        try await TestTill.run { till in
            let authority = try await TestAuthority()
            let port = till.configuration.gateway.bases[0].port
            try await TLSFront.run(
                before: port, certificate: authority.serverFile(.good), further: ["TIMEOUTidle = 1"]
            ) { front in
                var configuration = till.configuration
                configuration.gateway.bases = [try #require(GatewayBase(front.base))]
                configuration.gateway.authorityFile = authority.authorityFile
                let desk = try PaymentDesk.open(
                    configuration: configuration, transport: CurlTransport(gateway: configuration.gateway),
                    clock: till.clock, log: LogFile.logger("desk", configuration: configuration))
                try await body(desk, till)
            }
        }
    }

    /// The connection is opened again when it is lost, so the freeze is never the first request on it.
    @Test func everyFreezeFindsAnOpenConnection() async throws {
        try await run { desk, till in
            var losses = await desk.connectionLosses().makeAsyncIterator()
            _ = await desk.health()
            for _ in 0..<3 {
                _ = await losses.next()
                _ = await desk.health()
                let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
                #expect(story.complaints == [])
                #expect(FaultExpectation(story) == .frozenAtOnce)
            }
            let requests = await till.server.requests
            #expect(
                requests.map { $0.note?.interface } == [
                    .ping, .ping, .microFreeze, .ping, .microFreeze, .ping, .microFreeze,
                ])
            #expect(requests.map(\.connection) == [1, 2, 2, 3, 3, 4, 4])
        }
    }

    /// Nobody has opened it again, because no one was at the till.
    @Test func noFreezeMeetsADeadConnection() async throws {
        try await run { desk, till in
            var losses = await desk.connectionLosses().makeAsyncIterator()
            _ = await desk.health()
            _ = await losses.next()
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            #expect(story.complaints == [])
            #expect(FaultExpectation(story) == .frozenAtOnce)
            let requests = await till.server.requests
            #expect(requests.map { $0.note?.interface } == [.ping, .microFreeze])
            #expect(requests.map(\.connection) == [1, 2])
        }
    }
}
