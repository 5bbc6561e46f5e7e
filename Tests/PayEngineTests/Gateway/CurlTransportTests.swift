import TestSupport
import Testing

@testable import PayEngine

@Suite struct CurlTransportTests {
    private let path = "/cpay/micro_freeze"

    private func text(_ result: TransportResult?) -> String? {
        guard case .answered(200, let body, _) = result else { return nil }
        return String(decoding: body, as: UTF8.self)
    }

    /// Answers every request with its own body.
    private static let echo: TestServer.Behaviour = { connection in
        while let request = connection.readRequest() {
            connection.answer(String(decoding: request.body, as: UTF8.self))
        }
    }

    @Test func aWholeAnswer() async throws {
        let server = try TestServer(Self.echo)
        let transport = try SampleTransport.made()
        let body = Array("{\"押金\":1}\n".utf8)
        let result = await transport.post(body, to: path, at: try SampleTransport.base(server))
        #expect(result == .answered(status: 200, body: body, localAddress: "127.0.0.1"))
        let request = try #require(server.requests.first)
        #expect(request.head.hasPrefix("POST /cpay/micro_freeze HTTP/1.1\r\n"))
        #expect(request.body == body)
        #expect(request.field("Content-Type") == "application/json")
        #expect(request.field("Content-Length") == "\(body.count)")
        #expect(request.field("Host") == server.address)
        #expect(request.field("Expect") == nil && request.field("Transfer-Encoding") == nil)
        #expect(request.field("Cookie") == nil && request.field("Authorization") == nil)
    }

    @Test func aPingHasAnEmptyBody() async throws {
        let server = try TestServer(Self.echo)
        let transport = try SampleTransport.made()
        let result = await transport.post([], to: "/cpay/ping", at: try SampleTransport.base(server))
        #expect(text(result) == "")
        #expect(server.requests.first?.field("Content-Length") == "0")
    }

    @Test func oneConnectionServesManyRequests() async throws {
        let server = try TestServer(Self.echo)
        let transport = try SampleTransport.made()
        for turn in 0..<20 {
            let result = await transport.post(Array("\(turn)".utf8), to: path, at: try SampleTransport.base(server))
            #expect(text(result) == "\(turn)")
        }
        #expect(server.connectionCount == 1)
        #expect(server.requests.count == 20)
    }

    @Test func requestsAtTheSameTimeGetTheirOwnAnswers() async throws {
        let server = try TestServer(Self.echo)
        let transport = try SampleTransport.made()
        let base = try SampleTransport.base(server)
        let answers = await withTaskGroup(of: (String, String?).self) { group in
            for turn in 0..<40 {
                group.addTask {
                    let body = String(repeating: "\(turn) ", count: 1 + turn * 100)
                    return (body, text(await transport.post(Array(body.utf8), to: path, at: base)))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 40)
        for (body, answer) in answers { #expect(answer == body) }
        #expect(server.requests.count == 40)
    }

    @Test func aHangingRequestHoldsUpNoOther() async throws {
        let server = try TestServer { connection in
            while let request = connection.readRequest() {
                guard request.path != "/hang" else { return connection.waitForEnd() }
                connection.answer("here")
            }
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made(timeout: .seconds(2))
        async let hanging = transport.post([], to: "/hang", at: base)
        var arrivals = server.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        for _ in 0..<3 { #expect(text(await transport.post([], to: path, at: base)) == "here") }
        guard case .lost = await hanging else {
            Issue.record("a request that nobody answers is lost")
            return
        }
    }

    @Test(arguments: [
        "500 Internal Server Error", "502 Bad Gateway", "404 Not Found", "401 Unauthorized", "302 Found",
        "204 No Content",
    ])
    func anyStatusIsAnAnswer(status: String) async throws {
        let isBare = status.hasPrefix("204")
        let server = try TestServer { connection in
            while connection.readRequest() != nil {
                if isBare {
                    connection.write("HTTP/1.1 \(status)\r\n\r\n")
                } else {
                    connection.answer("x", status: status)
                }
            }
        }
        let result = await SampleTransport.post(to: server)
        #expect(
            result
                == .answered(
                    status: try #require(Int(status.prefix(3))), body: isBare ? [] : [0x78], localAddress: "127.0.0.1"))
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func noRedirectIsFollowed(status: Int) async throws {
        let target = try TestServer(Self.echo)
        let location = "Location: http://\(target.address)/cpay/micro_freeze\r\n"
        let server = try TestServer { connection in
            while connection.readRequest() != nil { connection.answer("", status: "\(status) Moved", fields: location) }
        }
        #expect(
            await SampleTransport.post(to: server) == .answered(status: status, body: [], localAddress: "127.0.0.1"))
        #expect(target.connectionCount == 0)
    }

    @Test func answersUpToTheLimitAreRead() async throws {
        for (size, isTooLarge) in [(CurlTransport.answerLimit, false), (CurlTransport.answerLimit + 1, true)] {
            let server = try TestServer { connection in
                while connection.readRequest() != nil { connection.answer(String(repeating: "x", count: size)) }
            }
            let result = await SampleTransport.post(to: server)
            if isTooLarge { #expect(result == .tooLarge) } else { #expect(text(result)?.utf8.count == size) }
        }
    }

    @Test func anEndlessAnswerIsTooLarge() async throws {
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<40 { connection.write("10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n") }
        }
        #expect(await SampleTransport.post(to: server) == .tooLarge)
    }

    @Test func anAnswerMayComeByteByByte() async throws {
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            for byte in Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8) { connection.write([byte]) }
            connection.waitForEnd()
        }
        #expect(text(await SampleTransport.post(to: server)) == "hello")
    }

    /// Everything that was asked before the end gets its answer.
    @Test func anEndOfTheTransportLetsRequestsFinish() async throws {
        let server = try TestServer(Self.echo)
        let base = try SampleTransport.base(server)
        for _ in 0..<20 {
            let result = try await SampleTransport.made().post(Array("x".utf8), to: path, at: base)
            #expect(text(result) == "x")
        }
    }
}
