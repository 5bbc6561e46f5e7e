import Glibc
import Synchronization
import TestSupport
import Testing

@testable import PayEngine

/// What may have left the till and what surely has not: the difference between unknown and not sent.
@Suite struct CurlFailureTests {
    private func isLost(_ result: TransportResult?) -> Bool {
        if case .lost = result { true } else { false }
    }

    private func isNotConnected(_ result: TransportResult?) -> Bool {
        if case .notConnected = result { true } else { false }
    }

    /// libcurl would send such a request again by itself, and there would be two freezes.
    @Test(arguments: [false, true])
    func aKeptConnectionThatEndsWithoutAnAnswerIsLostAndNothingIsSentTwice(byReset: Bool) async throws {
        let heads = Mutex<[Int: [String]]>([:])
        let server = try TestServer { connection in
            while let head = connection.readHead() {
                heads.withLock { $0[connection.index, default: []].append(head) }
                guard connection.readBody(of: head) != nil else { return }
                if head.contains("/second") { return byReset ? connection.reset() : () }
                connection.answer("first")
            }
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        let first = await transport.post(Array("1".utf8), to: "/first", at: base)
        #expect(first == .answered(status: 200, body: Array("first".utf8), localAddress: "127.0.0.1"))
        let second = await transport.post(Array("{\"freeze\":2}".utf8), to: "/second", at: base)
        #expect(isLost(second), "\(second)")
        #expect(server.requests.map(\.path) == ["/first", "/second"])
        // The next one finds a new connection.
        let third = await transport.post(Array("3".utf8), to: "/third", at: base)
        #expect(third == first)
        #expect(server.requests.map(\.path) == ["/first", "/second", "/third"])
        // It may connect once more, but then nothing is sent, not even a head.
        #expect(heads.withLock { $0.values.flatMap { $0 }.count } == 3)
    }

    @Test func aConnectionThatEndsAfterTheHeadHasItsRequestAtMostOnce() async throws {
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer("first")
            _ = connection.readHead()
            connection.reset()
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        _ = await transport.post(Array("1".utf8), to: "/first", at: base)
        _ = await transport.post(Array(repeating: 0x78, count: 4_000_000), to: "/second", at: base)
        #expect(server.requests.filter { $0.path == "/second" }.count <= 1)
    }

    @Test func anIdleConnectionThatTheServerClosedIsReplaced() async throws {
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer("x")
        }
        let base = try SampleTransport.base(server)
        let transport = try SampleTransport.made()
        var closings = server.closings.makeAsyncIterator()
        for turn in 0..<5 {
            let result = await transport.post(Array("\(turn)".utf8), to: "/x", at: base)
            #expect(result == .answered(status: 200, body: [0x78], localAddress: "127.0.0.1"))
            #expect(await closings.next() == turn)
        }
        #expect(server.requests.map(\.connection) == [0, 1, 2, 3, 4])
    }

    @Test func aRefusedConnectionSentNothing() async throws {
        let (descriptor, port) = try LoopbackSocket.bound()
        defer { close(descriptor) }
        let base = try #require(GatewayBase("http://127.0.0.1:\(port)"))
        let result = try await SampleTransport.made().post(Array("{}".utf8), to: "/x", at: base)
        #expect(isNotConnected(result), "\(result)")
    }

    @Test func aNameThatDoesNotResolveSentNothing() async throws {
        let base = try #require(GatewayBase("https://gateway.invalid"))
        let transport = try SampleTransport.made(connectTimeout: .milliseconds(500), timeout: .seconds(1))
        #expect(isNotConnected(await transport.post([], to: "/x", at: base)))
    }

    /// TLS before the first byte of the request: without it nothing has left.
    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", "", "\u{15}\u{3}\u{3}\u{0}\u{2}\u{2}\u{28}", "garbage"])
    func aServerThatSpeaksNoTLSGotNothing(greeting: String) async throws {
        let server = try TestServer { connection in
            connection.write(greeting)
        }
        let result = await SampleTransport.post(to: server, scheme: "https")
        #expect(isNotConnected(result), "\(result as Any)")
        #expect(server.requests.isEmpty)
    }

    @Test func aServerThatIsSilentInsteadOfTLSGotNothing() async throws {
        let server = try TestServer { $0.waitForEnd() }
        let result = await SampleTransport.post(
            to: server, scheme: "https", connectTimeout: .milliseconds(200), timeout: .seconds(5))
        #expect(isNotConnected(result), "\(result as Any)")
    }

    @Test func aRequestThatNobodyAnswersInTimeIsLost() async throws {
        let server = try TestServer { connection in
            _ = connection.readRequest()
            connection.waitForEnd()
        }
        #expect(isLost(await SampleTransport.post(to: server, timeout: .milliseconds(200))))
        #expect(server.requests.count == 1)
    }

    /// Whatever breaks off after the connection stands may have been a freeze.
    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n", "\u{0}\u{1}\u{2}", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
    ])
    func aHalfAnswerIsLost(answer: String) async throws {
        for byReset in [false, true] {
            let server = try TestServer { connection in
                guard connection.readRequest() != nil else { return }
                connection.write(answer)
                if byReset { connection.reset() }
            }
            let result = await SampleTransport.post(to: server)
            #expect(isLost(result), "\(result as Any)")
            #expect(server.requests.count == 1)
        }
    }

    /// Headers and trailers are read and thrown away, but not without end.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 103 Early Hints\r\n",
    ])
    func endlessHeadersAndTrailersAreCutOff(start: String) async throws {
        let line = "X-Filler: \(String(repeating: "a", count: 1000))\r\n"
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write(start)
            // Far more than is read, and an end, so that a transport that takes it all fails here.
            for _ in 0..<10_000 { connection.write(line) }
            connection.write("\r\n")
        }
        #expect(await SampleTransport.post(to: server) == .tooLarge)
    }

    /// Requests would leave a minute late.
    ///
    /// In a process of its own: the limit belongs to all tests at once.
    @Test func withoutDescriptorsForItsWakeUpItSaysSoAtOnce() async {
        await #expect(processExitsWith: .success) {
            var limit = rlimit(rlim_cur: 3, rlim_max: 3)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            do {
                _ = try SampleTransport.made()
                exit(1)
            } catch {
                exit(error as? CurlError == .noWakeUp ? 0 : 2)
            }
        }
    }

    /// libcurl takes a head that breaks off at an orderly end for a whole one; without a body that is no answer.
    @Test func aHalfHeadIsNoAnswer() async throws {
        let server = try TestServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Le")
        }
        let base = try SampleTransport.base(server)
        let gateway = Gateway(
            configuration: SampleTill.configuration(bases: [base]), transport: try SampleTransport.made(),
            clock: TestClock(), log: SampleTill.silentLog)
        let delivery = await gateway.deliver(SecretBytes("{}".utf8), to: .microFreeze)
        #expect(delivery == Response(answer: .invalid(.notJSON), base: base))
    }

    @Test func aConnectionThatIsResetBeforeTheRequestIsReadIsLost() async throws {
        // Its first byte is there, so the connection stands and something has left; the rest is not read.
        let server = try TestServer { connection in
            connection.waitForByte()
            connection.reset()
        }
        let result = await SampleTransport.post(to: server)
        #expect(isLost(result), "\(result as Any)")
        #expect(server.requests.isEmpty)
    }

    /// In a process of its own: the environment belongs to all tests at once.
    @Test func proxiesOfTheEnvironmentAreIgnored() async {
        await #expect(processExitsWith: .success) {
            let proxy = try TestServer { connection in
                while connection.readRequest() != nil { connection.answer("proxy") }
            }
            let server = try TestServer { connection in
                while connection.readRequest() != nil { connection.answer("server") }
            }
            for name in ["http_proxy", "https_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY", "HTTP_PROXY"] {
                setenv(name, "http://\(proxy.address)", 1)
            }
            let result = await SampleTransport.post(to: server)
            let isDirect = result == .answered(status: 200, body: Array("server".utf8), localAddress: "127.0.0.1")
            let secure = await SampleTransport.post(to: server, scheme: "https")
            guard isDirect, case .notConnected = secure, proxy.connectionCount == 0 else { exit(1) }
        }
    }

    @Test func theConfiguredProxyIsUsedForWhatLeavesTheMachine() async throws {
        let proxy = try TestServer { connection in
            while connection.readRequest() != nil { connection.answer("proxy") }
        }
        var gateway = SampleTill.configuration().gateway
        gateway.proxy = "http://\(proxy.address)"
        // A proxy that makes no tunnel got no byte of a request to an https base.
        let secure = try #require(GatewayBase("https://127.0.0.1:9"))
        #expect(isNotConnected(try await CurlTransport(gateway: gateway).post([], to: "/x", at: secure)))
        #expect(proxy.connectionCount == 1)
        // Plain HTTP is for this machine alone: no proxy sees it.
        let plain = try #require(GatewayBase("http://127.0.0.1:9"))
        #expect(isNotConnected(try await CurlTransport(gateway: gateway).post([], to: "/x", at: plain)))
        #expect(proxy.connectionCount == 1)
    }
}
