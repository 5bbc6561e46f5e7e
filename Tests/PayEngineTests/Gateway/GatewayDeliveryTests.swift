import Synchronization
import TestSupport
import Testing

@testable import PayEngine

@Suite struct GatewayDeliveryTests {
    private static let content = SecretBytes("{\"押金\":1}\n".utf8)
    private static let bases = GatewayBase.published

    private let clock = TestClock()

    private func gateway(_ transport: ScriptedTransport, address: String? = "192.0.2.7") -> Gateway {
        var configuration = SampleTill.configuration(bases: Self.bases)
        configuration.till.address = address
        return Gateway(configuration: configuration, transport: transport, clock: clock, log: SampleTill.silentLog)
    }

    private func answer(_ content: String = "{\"status\":0}", status: Int = 200) -> TransportResult {
        .answered(status: status, body: SampleEnvelope.body(Array(content.utf8)), localAddress: nil)
    }

    @Test func theFirstBaseGetsTheSignedBytes() async throws {
        let transport = ScriptedTransport(answer("{}\n"))
        let delivery = await gateway(transport).deliver(Self.content, to: .microFreeze)
        #expect(
            delivery
                == Response(answer: .answered(.init(content: Array("{}\n".utf8), isSigned: true)), base: Self.bases[0]))
        #expect(transport.requests.map(\.base) == [Self.bases[0]])
        #expect(transport.requests[0].path == "/cpay/micro_freeze")
        #expect(transport.requests[0].content == Array(Self.content))
    }

    @Test func movesOnOnlyWhileNoByteLeft() async {
        let moves = Mutex<[String]>([])
        let transport = ScriptedTransport(.notConnected("a"), .notConnected("b"), answer())
        let delivery = await gateway(transport).deliver(Self.content, to: .microFreeze) { next, failure in
            moves.withLock { $0.append("\(next.host) after \(failure)") }
            return true
        }
        #expect(delivery.base == Self.bases[2])
        #expect(transport.requests.map(\.base) == Array(Self.bases[0...2]))
        #expect(Set(transport.requests.map(\.body)).count == 1, "the same bytes")
        #expect(
            moves.withLock { $0 } == [
                "sz.pay.qcloud.com after pay.qcloud.com: a", "sh.pay.qcloud.com after sz.pay.qcloud.com: b",
            ])
    }

    @Test(arguments: [
        (TransportResult.lost("x"), Answer<Envelope.Opened>.lost("x")), (.tooLarge, .invalid(.tooLarge)),
        (.answered(status: 500, body: [], localAddress: nil), .invalid(.httpStatus)),
        (.answered(status: 302, body: [], localAddress: nil), .invalid(.httpStatus)),
        (.answered(status: 404, body: [], localAddress: nil), .invalid(.httpStatus)),
        (.answered(status: 204, body: [], localAddress: nil), .invalid(.httpStatus)),
        (.answered(status: 200, body: [], localAddress: nil), .invalid(.notJSON)),
        (.answered(status: 200, body: Array("<html>".utf8), localAddress: nil), .invalid(.notJSON)),
        (.answered(status: 200, body: [0xFF], localAddress: nil), .invalid(.notUTF8)),
    ])
    func nothingElseMovesOn(result: TransportResult, expected: Answer<Envelope.Opened>) async {
        let transport = ScriptedTransport(result)
        let delivery = await gateway(transport).deliver(Self.content, to: .microFreeze)
        #expect(delivery == Response(answer: expected, base: Self.bases[0]))
        #expect(transport.requests.count == 1)
    }

    @Test func aWrongStatusIsNotReadThoughItIsSigned() async {
        let transport = ScriptedTransport(answer(status: 502))
        #expect(await gateway(transport).deliver(Self.content, to: .queryFreezeOrder).answer == .invalid(.httpStatus))
    }

    @Test func aWrongSignatureIsNotBelieved() async throws {
        let other = try #require(AuthenKey("654502BB0F57EC8737B4CF12117575B8"))
        let body = SampleEnvelope.body(Array("{\"status\":0}".utf8), key: other)
        let transport = ScriptedTransport(.answered(status: 200, body: body, localAddress: nil))
        #expect(await gateway(transport).deliver(Self.content, to: .microFreeze).answer == .invalid(.wrongSignature))
    }

    @Test func noByteLeftWhenAllFailed() async {
        let transport = ScriptedTransport(.notConnected("x"))
        let delivery = await gateway(transport).deliver(Self.content, to: .microFreeze)
        #expect(delivery.base == nil)
        guard case .notConnected(let text) = delivery.answer else {
            Issue.record("\(delivery)")
            return
        }
        #expect(Self.bases.allSatisfy { text.contains($0.host) })
        #expect(transport.requests.map(\.base) == Self.bases)
    }

    @Test func stopsWhenTheNextBaseMayNotHaveIt() async {
        let transport = ScriptedTransport(.notConnected("x"))
        let delivery = await gateway(transport).deliver(Self.content, to: .microFreeze) { next, _ in
            next == Self.bases[1]
        }
        #expect(transport.requests.map(\.base) == Array(Self.bases[0...1]))
        #expect(delivery.base == nil)
    }

    @Test func theWantedBaseAndNoOther() async {
        let transport = ScriptedTransport(.notConnected("x"))
        let delivery = await gateway(transport).deliver(
            Self.content, to: .microFreeze, wanted: Self.bases[2], onlyWanted: true)
        #expect(transport.requests.map(\.base) == [Self.bases[2]])
        #expect(delivery.base == nil)
        let unknown = ScriptedTransport(answer())
        let nowhere = await gateway(unknown).deliver(
            Self.content, to: .microFreeze, wanted: SampleTill.first, onlyWanted: true)
        #expect(unknown.requests.isEmpty && nowhere.base == nil)
    }

    @Test func aBaseThatFailedIsTriedLastHoweverLongAgo() async {
        let transport = ScriptedTransport(.notConnected("x"), answer())
        let gateway = gateway(transport)
        _ = await gateway.deliver(Self.content, to: .microFreeze)
        #expect(gateway.firstBase == Self.bases[1])
        clock.advance(by: .seconds(3600))
        _ = await gateway.deliver(Self.content, to: .microFreeze)
        #expect(transport.requests.map(\.base) == [Self.bases[0], Self.bases[1], Self.bases[1]])
    }

    /// An order that is asked about where it was sent brings that base back.
    @Test func aValidAnswerBringsABaseBackAndAnErrorDoesNot() async {
        let transport = ScriptedTransport(
            .notConnected("x"), answer(), .answered(status: 502, body: [], localAddress: nil), answer())
        let gateway = gateway(transport)
        _ = await gateway.deliver(Self.content, to: .microFreeze)
        for expected in [Self.bases[1], Self.bases[0]] {
            _ = await gateway.deliver(Self.content, to: .queryFreezeOrder, wanted: Self.bases[0])
            #expect(gateway.firstBase == expected)
        }
    }

    @Test func theAddressIsTheConfiguredElseTheLastConnections() async {
        let result = TransportResult.answered(
            status: 200, body: SampleEnvelope.body(Array("{}".utf8)), localAddress: "198.51.100.4")
        let configured = gateway(ScriptedTransport(result))
        _ = await configured.deliver(Self.content, to: .queryFreezeOrder)
        #expect(configured.sourceAddress == "192.0.2.7")
        let free = gateway(ScriptedTransport(result), address: nil)
        #expect(SourceAddress.isIPv4(free.sourceAddress))
        _ = await free.deliver(Self.content, to: .queryFreezeOrder)
        #expect(free.sourceAddress == "198.51.100.4")
        let sixth = gateway(
            ScriptedTransport(.answered(status: 200, body: [], localAddress: "2001:db8::1")), address: nil)
        _ = await sixth.deliver(Self.content, to: .queryFreezeOrder)
        #expect(SourceAddress.isIPv4(sixth.sourceAddress))
    }
}
