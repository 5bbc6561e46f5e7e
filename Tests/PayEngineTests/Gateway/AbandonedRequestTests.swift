import Dispatch
import TestSupport
import Testing

@testable import PayEngine

/// Requests that nobody waits for any more.
@Suite(.timeLimit(.minutes(1))) struct AbandonedRequestTests {
    private let path = "/cpay/micro_freeze"

    private func text(_ result: TransportResult?) -> String? {
        guard case .answered(200, let body, _) = result else { return nil }
        return String(decoding: body, as: UTF8.self)
    }

    /// It arrives whole, its answer is read to its end, and the connection is as good as before.
    @Test func whatHasLeftIsNotCutOff() async throws {
        let mayAnswer = DispatchSemaphore(value: 0)
        let server = try TestServer { connection in
            while let request = connection.readRequest() {
                if request.path == "/cpay/micro_freeze" { mayAnswer.wait() }
                connection.answer("\(connection.index)")
            }
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        let body = [UInt8](repeating: 0x78, count: 50_000)
        let task = Task { [path] in await transport.post(body, to: path, at: base) }
        var arrivals = server.arrivals.makeAsyncIterator()
        #expect(await arrivals.next()?.body == body)
        task.cancel()
        guard case .lost = await task.value else {
            Issue.record("it may have worked")
            return
        }
        mayAnswer.signal()
        // By the same connection, as soon as it is free again.
        var answer: String?
        for _ in 0..<1000 where answer != "0" {
            answer = text(await transport.post([], to: "/cpay/ping", at: base))
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(answer == "0")
        #expect(server.requests.filter { $0.path == path }.count == 1)
    }

    /// The other side never ends the handshake.
    @Test func whatHasNotLeftNeverLeaves() async throws {
        let mayEnd = DispatchSemaphore(value: 0)
        let (accepted, continuation) = AsyncStream.makeStream(of: Void.self)
        let server = try TestServer { connection in
            connection.waitForByte()
            continuation.yield()
            mayEnd.wait()
        }
        let base = try SampleTransport.base(server, scheme: "https")
        let transport = try SampleTransport.made()
        let task = Task { [path] in await transport.post(Array("{}".utf8), to: path, at: base) }
        var waiting = accepted.makeAsyncIterator()
        _ = await waiting.next()
        task.cancel()
        guard case .notConnected = await task.value else {
            Issue.record("surely no byte has left")
            return
        }
        mayEnd.signal()
    }

    @Test func oneThatIsGivenUpBeforeItBeginsIsNotSent() async throws {
        let server = try TestServer { connection in
            while connection.readRequest() != nil { connection.answer("x") }
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        let task = Task { [path] in
            while !Task.isCancelled { await Task.yield() }
            return await transport.post(Array("{}".utf8), to: path, at: base)
        }
        task.cancel()
        guard case .notConnected = await task.value else {
            Issue.record("nothing is begun for nobody")
            return
        }
        #expect(text(await transport.post([], to: "/cpay/ping", at: base)) == "x")
        #expect(server.requests.map(\.path) == ["/cpay/ping"])
    }

    @Test func theGatewaySendsNothingForNobody() async throws {
        let transport = ScriptedTransport(.notConnected("x"))
        let gateway = Gateway(
            configuration: SampleTill.configuration(), transport: transport, clock: TestClock(),
            log: SampleTill.silentLog)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await gateway.deliver(SecretBytes("{}".utf8), to: .microFreeze)
        }
        task.cancel()
        guard case .notConnected = await task.value.answer else {
            Issue.record("nothing is sent")
            return
        }
        #expect(transport.requests.isEmpty)
        // No base is the worse for it.
        #expect(gateway.firstBase == SampleTill.first)
    }

    /// Whoever asks whether a request may leave is told no once nobody waits for it.
    @Test func thereIsOneEndOfWaiting() async {
        let pending = PendingResult()
        let result = await withCheckedContinuation { continuation in
            #expect(pending.begin(continuation))
            pending.abandon()
        }
        #expect(result == PendingResult.notBegun)
        #expect(!pending.mayBeginSending())
        pending.finish(.lost("x"))
        let sent = PendingResult()
        let lost = await withCheckedContinuation { continuation in
            #expect(sent.begin(continuation) && sent.mayBeginSending())
            sent.abandon()
        }
        guard case .lost = lost else {
            Issue.record("\(lost)")
            return
        }
    }
}
