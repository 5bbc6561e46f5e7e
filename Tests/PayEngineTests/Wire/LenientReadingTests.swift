import Testing

@testable import PayEngine

@Suite struct LenientReadingTests {
    private func order(_ members: String, platform: PayPlatform = .wechat) throws -> FreezeOrder {
        let content = try #require(WireJSON.decode(FreezeOrderContent.self, from: Array("{\(members)}".utf8)))
        return content.order(number: "n", platform: platform)
    }

    @Test func nothingIsRequired() throws {
        let order = try order("")
        #expect(order == FreezeOrder(number: "n", platform: .wechat))
        #expect(try self.order("\"unknown\":{\"a\":[1,2,{}]},\"open_id\":null") == order)
    }

    @Test(arguments: [
        "\"freeze_fee\":\"10\"", "\"freeze_fee\":10.5", "\"freeze_fee\":null", "\"freeze_fee\":true",
        "\"freeze_fee\":{}",
        "\"freeze_fee\":[]", "\"freeze_fee\":99999999999999999999", "\"freeze_id\":1", "\"freeze_id\":\"\"",
        "\"freeze_id\":[]", "\"create_time\":0", "\"create_time\":-1", "\"create_time\":\"1564386781\"",
        "\"create_time\":253402300800", "\"create_time\":9223372036854775807", "\"time_end\":0", "\"body\":5",
        "\"author_code\":5", "\"author_code\":null", "\"wxpay_freeze_order_content_ext\":null",
        "\"wxpay_freeze_order_content_ext\":5", "\"wxpay_freeze_order_content_ext\":{}",
        "\"wxpay_freeze_order_content_ext\":{\"current_trade_state\":null}",
        "\"wxpay_freeze_order_content_ext\":[{\"current_trade_state\":2}]", "\"total_consume_fee\":\"1\"",
    ])
    func whatCanNotBeReadIsAbsent(member: String) throws {
        #expect(try order(member) == FreezeOrder(number: "n", platform: .wechat))
    }

    @Test(arguments: ["\"2\"", "2.5", "{}", "[2]", "true"])
    func aStateThatCanNotBeReadIsOneThatNobodyKnows(state: String) throws {
        let order = try order("\"wxpay_freeze_order_content_ext\":{\"current_trade_state\":\(state)}")
        #expect(order.tradeState == -1)
    }

    @Test(arguments: [
        ("", false), ("\"is_transforming\":false", false), ("\"is_transforming\":null", false),
        ("\"is_transforming\":true", true), ("\"is_transforming\":1", true), ("\"is_transforming\":0", true),
        ("\"is_transforming\":\"false\"", true), ("\"is_transforming\":{}", true),
    ])
    func whatCanNotBeReadIsStillInWork(member: String, isTransforming: Bool) throws {
        #expect(try order(member).isTransforming == isTransforming)
    }

    @Test func theColumnIsThatOfThePlatformAsked() throws {
        let both = """
            "wxpay_freeze_order_content_ext":{"current_trade_state":5},
            "alipay_freeze_order_content_ext":{"current_trade_state":1}
            """
        #expect(try order(both, platform: .wechat).tradeState == 5)
        #expect(try order(both, platform: .alipay).tradeState == 1)
    }

    @Test(arguments: [
        ("0", UInt32(0)), ("3804805851", 3_804_805_851), ("4294967295", .max), ("4294967296", nil), ("-1", nil),
        ("\"5\"", nil), ("null", nil), ("1.5", nil),
    ])
    func aLogIDHas32Bits(json: String, logID: UInt32?) throws {
        let head = try #require(WireJSON.decode(ReplyHead.self, from: Array("{\"status\":0,\"log_id\":\(json)}".utf8)))
        #expect(head.logID == logID)
    }

    @Test func numbersMayHaveMoreThan32Bits() throws {
        #expect(try order("\"freeze_fee\":4294967297").fee == Fen(4_294_967_297))
        let head = WireJSON.decode(
            ReplyHead.self, from: Array("{\"status\":4294967296,\"internal_status\":-5000000000}".utf8))
        #expect(head?.verdict == GatewayVerdict(status: 4_294_967_296, internalStatus: -5_000_000_000))
    }

    @Test(arguments: [
        "{}", "{\"status\":null}", "{\"status\":\"0\"}", "{\"status\":0.5}", "{\"status\":[]}", "[]", "0", "", "x",
    ])
    func onlyTheStatusIsRequired(content: String) {
        #expect(WireJSON.decode(ReplyHead.self, from: Array(content.utf8)) == nil)
    }

    @Test func textsAreCleanedAndClipped() throws {
        let long = String(repeating: "押", count: 200)
        let content = "{\"status\":104,\"description\":\"\\u001b[31m\\u202e\(long)\"}"
        let text = try #require(WireJSON.decode(ReplyHead.self, from: Array(content.utf8))?.verdict.text)
        #expect(text.hasPrefix("[31m押"))
        #expect(text.utf8.count <= 255)
    }

    @Test func theObjectIsTheOneNamedAfterTheInterface() {
        let content = Array("{\"status\":0,\"micro_freeze\":{\"pay_mch_key\":{\"pay_platform\":2}}}".utf8)
        let right = WireJSON.decode(ReplyObject<FreezeOrderReply>.self, from: content, of: .microFreeze)
        #expect(right?.object?.merchantKey?.platform == 2)
        let wrong = WireJSON.decode(ReplyObject<FreezeOrderReply>.self, from: content, of: .queryFreezeOrder)
        #expect(wrong != nil && wrong?.object == nil)
    }
}
