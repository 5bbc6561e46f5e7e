import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// A connection that is kept from an earlier exchange and ends with the freeze: libcurl would send it a second time.
struct KeptConnectionTests {
    @Test func closedAfterReadingTheOrderIsMade() async throws {
        try await TestTill.run(TestTill.Options(faults: ["lost@micro_freeze:1"])) { till in
            let desk = try till.desk()
            _ = await desk.health()
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            #expect(story.complaints == [])
            #expect(FaultExpectation(story) == .foundByQuery("no_answer"))
            let requests = await till.server.requests
            #expect(requests.map { $0.note?.interface } == [.ping, .microFreeze, .queryFreezeOrder])
            #expect(requests[0].connection == requests[1].connection)
            #expect(requests[1].connection != requests[2].connection)
        }
    }

    @Test(arguments: ["swallowed", "reset"])
    func closedAfterReadingNoOrderIsMade(fault: String) async throws {
        try await TestTill.run(TestTill.Options(faults: ["\(fault)@micro_freeze:1"])) { till in
            let desk = try till.desk()
            _ = await desk.health()
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            #expect(story.complaints == [])
            // One arrival, then the one that the journal announced.
            #expect(FaultExpectation(story) == .sentAgain("no_answer"))
            let freezes = await till.server.requests.filter { $0.note?.interface == .microFreeze }
            let ping = await till.server.requests.first?.connection
            #expect(freezes.map { $0.connection == ping } == [true, false])
        }
    }

    /// Not even the head of a second request leaves, on whatever connection.
    @Test func bytesLeaveOnce() async throws {
        let server = try RawServer()
        let folder = try TemporaryFolder()
        let file = TillFile(bases: ["http://127.0.0.1:\(server.port)"])
        let configuration = try TillConfiguration.load(path: file.write(into: folder), environment: [:])
        let transport = try CurlTransport(gateway: configuration.gateway)
        let base = try #require(configuration.gateway.bases.first)
        guard case .answered(200, _, _) = await transport.post([], to: "/cpay/ping", at: base) else {
            Issue.record("the first request is answered")
            return
        }
        let body = Array(repeating: UInt8(ascii: "x"), count: 3000)
        guard case .lost = await transport.post(body, to: "/cpay/micro_freeze", at: base) else {
            Issue.record("the second request is lost")
            return
        }
        let received = server.received.map { String(decoding: $0, as: UTF8.self) }
        #expect(received[0].contains("POST /cpay/micro_freeze"))
        #expect(received[0].hasSuffix(String(repeating: "x", count: 3000)))
        #expect(received.dropFirst().allSatisfy { $0.isEmpty }, "\(received.dropFirst())")
    }

    /// The server may close a kept connection just while the next request leaves.
    @Test func closedBeforeTheNextRequest() async throws {
        try await TestTill.run(TestTill.Options(faults: ["close-after@ping"])) { till in
            let desk = try till.desk()
            for _ in 0..<10 {
                _ = await desk.health()
                let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
                #expect(story.complaints == [])
                #expect(story.told.last == "settled frozen(held)")
                #expect(story.ordersMade == 1)
            }
        }
    }

    @Test func oneConnectionServesAll() async throws {
        try await TestTill.run { till in
            let desk = try till.desk()
            _ = await desk.health()
            for _ in 0..<3 {
                let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
                #expect(FaultExpectation(story) == .frozenAtOnce)
            }
            let connections = await till.server.requests.map(\.connection)
            #expect(connections == [1, 1, 1, 1])
        }
    }

    @Test func pingTellsWhatTheGatewayDoes() async throws {
        try await TestTill.run { till in
            let desk = try till.desk()
            guard case .up(_, let offset) = await desk.health() else {
                Issue.record("the gateway is up")
                return
            }
            #expect(offset == 0)
            try await till.server.add("skew=3600@ping:1")
            guard case .up(_, let skewed) = await desk.health() else {
                Issue.record("the gateway is up")
                return
            }
            #expect(skewed == 3600)
            // What the gateway's clock says makes no difference to the till's numbers.
            let seconds = till.clock.now.seconds
            let story = try await FreezeStory.run(till.request(Fen(1250)), desk: desk, till: till)
            #expect(story.number?.text.hasPrefix("sz010002cz\(seconds)") == true)
            try await till.server.add("ping-down")
            #expect(await desk.health() == .down)
        }
    }
}
