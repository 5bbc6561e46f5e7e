import Dispatch
import TestSupport
import Testing

@testable import PayEngine

/// What the other side does to a connection while nobody uses it.
@Suite struct ConnectionLossTests {
    private func text(_ result: TransportResult) -> String? {
        guard case .answered(200, let body, _) = result else { return nil }
        return String(decoding: body, as: UTF8.self)
    }

    /// An idle connection that ends, by a goodbye, a reset or bytes that nobody asked for, is noticed before it is
    /// needed, and no request goes there.
    @Test(arguments: ["end", "reset", "HTTP/1.1 408 Request Timeout\r\nContent-Length: 3\r\n\r\n408", "x"])
    func noticedWhileNobodyUsesIt(ending: String) async throws {
        let mayEnd = DispatchSemaphore(value: 0)
        let server = try TestServer { connection in
            while connection.readRequest() != nil {
                connection.answer("\(connection.index)")
                guard connection.index == 0 else { continue }
                mayEnd.wait()
                switch ending {
                case "end": return
                case "reset": return connection.reset()
                default:
                    connection.write(ending)
                    connection.waitForEnd()
                }
            }
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        #expect(text(await transport.post([], to: "/cpay/ping", at: base)) == "0")
        mayEnd.signal()
        var losses = transport.losses.makeAsyncIterator()
        #expect(await losses.next() == base)
        #expect(text(await transport.post([], to: "/cpay/ping", at: base)) == "1")
        #expect(text(await transport.post(Array("{}".utf8), to: "/cpay/micro_freeze", at: base)) == "1")
        #expect(server.requests.map(\.connection) == [0, 1, 1])
    }

    /// As long as another connection to the base is open nothing is lost.
    @Test func onlyTheLastOneIsALoss() async throws {
        let mayAnswer = DispatchSemaphore(value: 0)
        let mayEnd = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            mayAnswer.wait()
            connection.answer("x")
            mayEnd[connection.index].wait()
        }
        let base = try SampleTransport.base(server)
        var iterator: AsyncStream<GatewayBase>.Iterator
        do {
            let transport = try SampleTransport.made()
            iterator = transport.losses.makeAsyncIterator()
            var arrivals = server.arrivals.makeAsyncIterator()
            var closings = server.closings.makeAsyncIterator()
            async let first = transport.post([], to: "/1", at: base)
            async let second = transport.post([], to: "/2", at: base)
            for _ in 0..<2 { _ = await arrivals.next() }
            for _ in 0..<2 { mayAnswer.signal() }
            _ = await (first, second)
            for index in 0..<2 {
                mayEnd[index].signal()
                #expect(await closings.next() == index)
            }
            #expect(await iterator.next() == base)
        }
        // The transport is gone, and that was all.
        #expect(await iterator.next() == nil)
    }

    /// A request that is under way is answered although the server closes right behind the answer.
    @Test func anEndBehindTheAnswerCostsNoAnswer() async throws {
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer("\(connection.index)")
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        for turn in 0..<50 {
            #expect(text(await transport.post([], to: "/x", at: base)) == "\(turn)")
        }
    }
}
