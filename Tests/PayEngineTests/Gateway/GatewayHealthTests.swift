import Synchronization
import TestSupport
import Testing

@testable import PayEngine

@Suite struct GatewayHealthTests {
    private let clock = TestClock(now: Timestamp(seconds: 1_568_810_000))

    private func gateway(_ transport: ScriptedTransport) -> Gateway {
        Gateway(
            configuration: SampleTill.configuration(), transport: transport, clock: clock, log: SampleTill.silentLog)
    }

    private func health(_ transport: ScriptedTransport) async -> GatewayHealth {
        await gateway(transport).health()
    }

    private func pong(_ text: String, status: Int = 200) -> TransportResult {
        .answered(status: status, body: Array(text.utf8), localAddress: nil)
    }

    @Test func thePublishedAnswerIsUp() async {
        let transport = ScriptedTransport(pong("{\"description\":\"ok\",\"status\":0,\"timestamp\":1568810077}"))
        #expect(await health(transport) == .up(base: SampleTill.first.text, clockOffset: 77))
        #expect(transport.requests[0].path == "/cpay/ping")
        #expect(transport.requests[0].body.isEmpty)
    }

    @Test func theClockMayBeLeftOut() async {
        #expect(
            await health(ScriptedTransport(pong("{\"status\":0}")))
                == .up(base: SampleTill.first.text, clockOffset: nil))
    }

    /// Beyond the year 9999 a timestamp tells no time.
    @Test(arguments: [(Int64.min, nil), (.max, nil), (0, -1_568_810_000), (-1, -1_568_810_001)] as [(Int64, Int64?)])
    func anyClockIsSurvived(timestamp: Int64, offset: Int64?) async {
        let health = await health(ScriptedTransport(pong("{\"status\":0,\"timestamp\":\(timestamp)}")))
        #expect(health == .up(base: SampleTill.first.text, clockOffset: offset))
    }

    @Test func aSecondIsSlow() async {
        let transport = ScriptedTransport { [clock] _, _ in
            clock.advance(by: .milliseconds(1000))
            return .answered(status: 200, body: Array("{\"status\":0}".utf8), localAddress: nil)
        }
        #expect(await health(transport) == .slow(base: SampleTill.first.text, milliseconds: 1000, clockOffset: nil))
    }

    @Test(arguments: [
        TransportResult.notConnected("x"), .lost("x"), .tooLarge, .answered(status: 500, body: [], localAddress: nil),
        .answered(status: 200, body: Array("{\"status\":1}".utf8), localAddress: nil),
        .answered(status: 200, body: Array("<html>".utf8), localAddress: nil),
        .answered(status: 200, body: [], localAddress: nil),
    ])
    func theNextBaseIsAskedUntilNoneIsLeft(result: TransportResult) async {
        let second = ScriptedTransport(result, pong("{\"status\":0}"))
        #expect(await health(second) == .up(base: SampleTill.second.text, clockOffset: nil))
        let none = ScriptedTransport(result)
        #expect(await health(none) == .down)
        #expect(none.requests.map(\.base) == [SampleTill.first, SampleTill.second])
    }

    /// Nobody waits for a base that is known to be dead: not the status bar, and not a freeze.
    @Test func aDeadBaseIsAskedBesideAndNobodyWaits() async {
        let hanging = AsyncStream.makeStream(of: Void.self)
        let pong = pong("{\"status\":0}")
        let transport = ScriptedTransport { request, index in
            guard request.base == SampleTill.first else { return pong }
            // The second time it hangs, as a base does that swallows every packet.
            if index > 0 { for await _ in hanging.stream {} }
            return .notConnected("timeout")
        }
        let gateway = gateway(transport)
        let second = GatewayHealth.up(base: SampleTill.second.text, clockOffset: nil)
        #expect(await gateway.health() == second)
        clock.advance(by: .seconds(59))
        #expect(await gateway.health() == second)
        #expect(transport.requests.map(\.base) == [SampleTill.first, SampleTill.second, SampleTill.second])
        clock.advance(by: .seconds(1))
        #expect(await gateway.health() == second)
        #expect(await gateway.health() == second)
        #expect(await gateway.deliver(SecretBytes("{}".utf8), to: .microFreeze).base == SampleTill.second)
        hanging.continuation.finish()
    }

    @Test(arguments: [
        TransportResult.notConnected("x"), .lost("x"), .answered(status: 502, body: [], localAddress: nil),
        .answered(status: 200, body: Array("<html>".utf8), localAddress: nil),
    ])
    func onlyAnAnswerBringsThePreferredBaseBack(failure: TransportResult) async {
        let pong = pong("{\"status\":0}")
        let isUp = Mutex(false)
        let transport = ScriptedTransport { request, _ in
            request.base == SampleTill.second || isUp.withLock { $0 } ? pong : failure
        }
        let gateway = gateway(transport)
        for _ in 0..<5 {
            #expect(await gateway.health() == .up(base: SampleTill.second.text, clockOffset: nil))
            #expect(gateway.firstBase == SampleTill.second)
            clock.advance(by: .seconds(60))
        }
        isUp.withLock { $0 = true }
        // It is asked beside: its answer comes whenever it comes.
        while gateway.firstBase != SampleTill.first {
            clock.advance(by: .seconds(60))
            _ = await gateway.health()
        }
        #expect(await gateway.health() == .up(base: SampleTill.first.text, clockOffset: nil))
    }

    /// Without another base the answer of one that was out is waited for.
    @Test func allWereOut() async {
        let transport = ScriptedTransport(.notConnected("x"), .notConnected("x"), pong("{\"status\":0}"))
        let gateway = gateway(transport)
        #expect(await gateway.health() == .down)
        clock.advance(by: .seconds(60))
        guard case .up = await gateway.health() else {
            Issue.record("a base answered")
            return
        }
    }
}
