import Testing

@testable import PayEngine

@Suite struct GatewayHealthTests {
    private let clock = TestClock(now: Timestamp(seconds: 1_568_810_000))

    private func health(_ transport: ScriptedTransport) async -> GatewayHealth {
        await Gateway(
            configuration: SampleTill.configuration(), transport: transport, clock: clock, log: SampleTill.silentLog
        ).health()
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

    @Test(arguments: [Int64.min, .max, 0, -1])
    func anyClockIsSurvived(timestamp: Int64) async {
        let health = await health(ScriptedTransport(pong("{\"status\":0,\"timestamp\":\(timestamp)}")))
        let offset = timestamp.subtractingReportingOverflow(1_568_810_000)
        #expect(health == .up(base: SampleTill.first.text, clockOffset: offset.overflow ? nil : offset.partialValue))
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
}
