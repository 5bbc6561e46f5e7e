import Testing

@testable import SandboxGateway

/// Forms, refunds and releases by time, by control requests.
struct ControlFormTests {
    private func read(_ answer: RawClient.Answer) throws -> BankJSON { try BankJSONReader.read(answer.body) }

    private func content(_ answer: RawClient.Answer) throws -> BankJSON {
        let text = try #require(try read(answer)["response_content"]?.text)
        return try BankJSONReader.read(Array(text.utf8))
    }

    @Test func formsAreOrderedListedAndTakenBack() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            _ = try await client.ask("POST", "/sandbox/forms", Array(#"{"form":"bare-freezes"}"#.utf8))
            let second = try await client.ask("POST", "/sandbox/forms", Array(#"{"form":"time-end-back=60"}"#.utf8))
            let all = BankJSON.object([.init("forms", .array([.text("bare-freezes"), .text("time-end-back=60")]))])
            #expect(try read(second) == all)
            #expect(try read(try await client.ask("GET", "/sandbox/forms")) == all)
            let frozen = try await client.ask("POST", "/cpay/micro_freeze", sandbox.body(Sample.freeze()))
            #expect(try content(frozen).at("micro_freeze.freeze_order_content.freeze_id") == nil)
            let cleared = try await client.ask("DELETE", "/sandbox/forms")
            #expect(try read(cleared) == .object([.init("forms", .array([]))]))
            let wrong = try await client.ask("POST", "/sandbox/forms", Array(#"{"form":"nonsense"}"#.utf8))
            #expect(wrong.status == 400)
        }
    }

    /// After a refund in part Alipay stays 2; `total_refund_fee` grows, and nothing is held again.
    @Test func aConsumeIsRefundedInParts() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            _ = try await client.ask(
                "POST", "/cpay/micro_freeze", sandbox.body(Sample.freeze(1000, platform: .alipay)))
            _ = try await client.ask(
                "POST", "/cpay/deposit_consume",
                sandbox.body(Sample.consume(300, releasesRest: false, platform: .alipay)))
            let path = "/sandbox/orders/\(Sample.tradeNumber)/refund"
            let named = #"{"refund_fee":100,"out_refund_no":"sz010002cz4"}"#
            let part = try await client.ask("POST", path, Array(named.utf8))
            #expect(try read(part) == .object([.init("out_refund_no", .text("sz010002cz4"))]))
            func seen() async throws -> [Int?] {
                let query = try await client.ask(
                    "POST", "/cpay/query_order", sandbox.body(Sample.queryOrder(platform: .alipay)))
                let freeze = try await client.ask(
                    "POST", "/cpay/query_freeze_order", sandbox.body(Sample.query(platform: .alipay)))
                let order = try content(freeze).at("query_freeze_order.freeze_order_content")
                return [
                    try content(query).at("query_order.order_content.alipay_order_content_ext.current_trade_state")?
                        .whole, order?["total_refund_fee"]?.whole, order?["total_consume_fee"]?.whole,
                ]
            }
            #expect(try await seen() == [2, 100, 300])
            #expect(try await client.ask("POST", path, Array(named.utf8)).status == 400)
            #expect(try await client.ask("POST", path, Array(#"{"refund_fee":201}"#.utf8)).status == 400)
            #expect(try await client.ask("POST", path).status == 200)
            #expect(try await seen() == [5, 300, 300])
            #expect(try await client.ask("POST", path).status == 400)
            #expect(try await client.ask("POST", "/sandbox/orders/\(Sample.number)/refund").status == 404)
            let summary = try #require(await sandbox.server.orders.first)
            #expect(summary.json["left"]?.whole == 700)
            guard case .array(let consumes) = summary.json["consumes"] else { throw NoList() }
            #expect(consumes[0]["state"]?.text == "refunded")
            guard case .array(let refunds) = consumes[0]["refunds"] else { throw NoList() }
            #expect(refunds.map { $0["fee"]?.whole } == [100, 200])
        }
    }

    private struct NoList: Error {}

    @Test func whatIsLeftGoesBackByItself() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            _ = try await client.ask("POST", "/cpay/micro_freeze", sandbox.body(Sample.freeze()))
            let path = "/sandbox/orders/\(Sample.number)/expire"
            #expect(try await client.ask("POST", path).status == 200)
            #expect(try await client.ask("POST", path).status == 400)
            let asked = try await client.ask("POST", "/cpay/query_freeze_order", sandbox.body(Sample.query()))
            #expect(try sandbox.state(asked, .queryFreezeOrder) == 5)
            let order = try content(asked).at("query_freeze_order.freeze_order_content")
            #expect(order?["total_auto_unfreeze_fee"]?.whole == 1250)
            #expect(await sandbox.server.orders.first?.json["left"]?.whole == 0)
        }
    }

    @Test func anUnknownInterfaceIsAnsweredLikeOne() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            for (method, path) in [("POST", "/cpay/refund_everything"), ("GET", "/cpay/nothing")] {
                let answer = try await client.ask(method, path, sandbox.body(Sample.query()))
                #expect(answer.status == 200)
                let content = try content(answer)
                #expect(content["status"]?.whole == 101)
                #expect(content["description"]?.text == "no such interface")
                #expect(content["log_id"]?.whole != nil)
                #expect(content["internal_status"]?.whole == 2)
                #expect(try read(answer)["authen_info"] == nil)
            }
            #expect(await sandbox.server.requests.allSatisfy { $0.note == nil })
        }
    }
}
