import Testing

@testable import SandboxGateway

struct ControlHandlerTests {
    private let freeze = "/cpay/micro_freeze"

    private func read(_ answer: RawClient.Answer) throws -> BankJSON { try BankJSONReader.read(answer.body) }

    @Test func faultsAreOrderedListedAndTakenBack() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            let first = try await client.ask(
                "POST", "/sandbox/faults", Array(#"{"fault":"password=2q@micro_freeze:1"}"#.utf8))
            #expect(first.status == 200)
            let parts = #"{"fault":"slow","value":1500,"interface":"query_freeze_order","count":2}"#
            let second = try await client.ask("POST", "/sandbox/faults", Array(parts.utf8))
            let all = BankJSON.object([
                .init(
                    "faults",
                    .array([.text("password=2q@micro_freeze:1"), .text("slow=1500@query_freeze_order:2")]))
            ])
            #expect(try read(second) == all)
            #expect(try read(try await client.ask("GET", "/sandbox/faults")) == all)
            let cleared = try await client.ask("DELETE", "/sandbox/faults")
            #expect(try read(cleared) == .object([.init("faults", .array([]))]))
            #expect(await sandbox.server.requests.isEmpty)
        }
    }

    @Test(arguments: [
        ("POST", "/sandbox/faults", "", 400), ("POST", "/sandbox/faults", #"{"fault":"nonsense"}"#, 400),
        ("POST", "/sandbox/faults", #"{"fault":"lost","often":1}"#, 400), ("PUT", "/sandbox/faults", "{}", 405),
        ("POST", "/sandbox/orders", "{}", 405), ("GET", "/sandbox/nothing", "", 404),
        ("POST", "/sandbox/orders/x/state", #"{"state":"frozen"}"#, 404),
        ("POST", "/sandbox/orders/x/state", #"{"state":"melted"}"#, 400),
        ("POST", "/sandbox/orders/x/pay", "", 404), ("POST", "/sandbox/orders/x/scan", "", 404),
        ("GET", "/sandbox/orders/x/pay", "", 405), ("POST", "/sandbox/orders/x/pay", #"{"now":1}"#, 400),
    ])
    func whatMakesNoSenseIsRefused(_ method: String, _ path: String, _ body: String, _ status: Int) async throws {
        try await TestSandbox.run { sandbox in
            let answer = try await sandbox.client().ask(method, path, Array(body.utf8))
            #expect(answer.status == status)
            #expect(try read(answer)["error"]?.text?.isEmpty == false)
        }
    }

    @Test func requestsAndOrdersAreListedWithoutSecrets() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            let content = Sample.freeze(31)
            _ = try await client.ask("POST", freeze, sandbox.body(content))
            let again = try sandbox.client()
            _ = try await again.ask("POST", freeze, sandbox.body(content))
            let listed = try await again.ask("GET", "/sandbox/requests")
            guard case .array(let requests) = try read(listed) else { throw NoList() }
            #expect(requests.map { $0["connection"]?.whole } == [1, 2])
            #expect(requests.map { $0["made_order"] } == [.truth(true), .truth(false)])
            #expect(requests.map { $0["faults"] } == [.array([.text("lost")]), .array([])])
            #expect(requests.map { $0["number"]?.text } == [Sample.number, Sample.number])
            #expect(requests[0]["content_code"] == requests[1]["content_code"])
            let orders = try await again.ask("GET", "/sandbox/orders")
            guard case .array(let list) = try read(orders) else { throw NoList() }
            #expect(list.map { $0["sendings"]?.whole } == [2])
            #expect(list.map { $0["state"]?.text } == ["frozen"])
            #expect(list.map { $0["left"]?.whole } == [31])
            for answer in [listed, orders] {
                let text = String(decoding: answer.body, as: UTF8.self)
                #expect(!text.contains(Sample.wechatCode))
                #expect(!text.contains("654502BB"))
            }
        }
    }

    @Test func otherConnectionsAreEnded() async throws {
        try await TestSandbox.run { sandbox in
            let idle = try sandbox.client()
            #expect(try await idle.ask("POST", "/cpay/ping").status == 200)
            let client = try sandbox.client()
            let ended = try await client.ask("DELETE", "/sandbox/connections")
            #expect(try read(ended)["closed"]?.whole == 1)
            #expect(try await idle.receive().ending == .closed)
            #expect(try await client.ask("POST", "/cpay/ping").status == 200)
            await sandbox.server.endConnections()
            #expect(try await client.receive().ending == .closed)
            #expect(try await sandbox.client().ask("POST", "/cpay/ping").status == 200)
        }
    }

    private struct NoList: Error {}

    @Test func anOrdersStateIsChangedByHand() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            let stopped = try await client.ask("POST", freeze, sandbox.body(Sample.freeze(15)))
            #expect(try sandbox.state(stopped) == 6)
            for (wanted, state) in [(#""frozen""#, 2), (#""absent""#, 7), ("12", 12), (#""over""#, 5)] {
                let path = "/sandbox/orders/\(Sample.number)/state"
                let done = try await client.ask("POST", path, Array("{\"state\":\(wanted)}".utf8))
                #expect(done.status == 200)
                let query = try await client.ask("POST", "/cpay/query_freeze_order", sandbox.body(Sample.query()))
                #expect(try sandbox.state(query, .queryFreezeOrder) == state)
            }
        }
    }
}
