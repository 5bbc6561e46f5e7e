import Testing

@testable import PayEngine

@Suite struct LenientReadingTests {
    private func order(_ members: String, platform: PayPlatform = .wechat) throws -> FreezeOrder {
        let object = try #require(StrictJSON.object(Array("{\(members)}".utf8)))
        return try FreezeOrderContent(from: object).order(number: "n", platform: platform)
    }

    @Test func nothingIsRequired() throws {
        let order = try order("")
        #expect(order == FreezeOrder(number: "n", platform: .wechat))
        #expect(try self.order("\"unknown\":{\"a\":[1,2,{}]},\"open_id\":null") == order)
    }

    @Test(arguments: [
        "\"freeze_fee\":null", "\"freeze_fee\":\"\"", "\"freeze_id\":1", "\"freeze_id\":\"\"",
        "\"freeze_id\":\"\\u200b\"",
        "\"freeze_id\":[]", "\"create_time\":0", "\"create_time\":-1", "\"create_time\":\"1564386781\"",
        "\"create_time\":253402300800", "\"create_time\":9223372036854775807", "\"time_end\":0", "\"body\":5",
        "\"author_code\":5", "\"author_code\":null", "\"wxpay_freeze_order_content_ext\":null",
        "\"wxpay_freeze_order_content_ext\":\"\"", "\"wxpay_freeze_order_content_ext\":{}",
        "\"wxpay_freeze_order_content_ext\":{\"current_trade_state\":null}",
        "\"total_consume_fee\":\"\"", "\"total_refund_fee\":null",
    ])
    func whatCanNotBeReadIsAbsent(member: String) throws {
        #expect(try order(member) == FreezeOrder(number: "n", platform: .wechat))
    }

    @Test(arguments: ["\"2\"", "2.5", "{}", "[2]", "true"])
    func aStateThatCanNotBeReadIsOneThatNobodyKnows(state: String) throws {
        let order = try order("\"wxpay_freeze_order_content_ext\":{\"current_trade_state\":\(state)}")
        #expect(order.tradeState == -1)
    }

    @Test(arguments: ["5", "[]", "true", "\"x\"", "[{\"current_trade_state\":2}]"])
    func anExtThatCanNotBeReadShowsAStateThatNobodyKnows(ext: String) throws {
        #expect(try order("\"wxpay_freeze_order_content_ext\":\(ext)").tradeState == -1)
    }

    @Test(arguments: [
        "freeze_fee", "total_consume_fee", "total_manual_unfreeze_fee", "total_auto_unfreeze_fee", "total_refund_fee",
    ])
    func aSumOfAnotherKindIsNotBelieved(name: String) {
        for sum in ["\"10\"", "10.5", "true", "{}", "[]", "[10]", "99999999999999999999", "1e1", "\"x\"", "\" \""] {
            #expect(throws: InvalidAnswer.unreadableField) { try order("\"\(name)\":\(sum)") }
        }
        #expect(throws: InvalidAnswer.impossibleTotals) { try order("\"\(name)\":-1") }
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
        #expect(try head("{\"status\":0,\"log_id\":\(json)}").logID == logID)
    }

    @Test func sumsMayHaveMoreThan32Bits() throws {
        #expect(try order("\"freeze_fee\":999999999999999").fee == Fen(999_999_999_999_999))
        #expect(throws: InvalidAnswer.unreadableField) { try order("\"freeze_fee\":1000000000000000") }
        let shown = try order("\"cash_fee\":1000000000000000,\"settlement_total_fee\":999999999999999")
        #expect(shown.cashFee == nil && shown.settlementFee == Fen(999_999_999_999_999))
    }

    /// Longer than any that is known: it may be a payment code.
    @Test func aStatusHasNineDigitsAtMost() throws {
        let verdict = try head("{\"status\":999999999,\"internal_status\":-999999999}").verdict
        #expect(verdict == GatewayVerdict(status: 999_999_999, internalStatus: -999_999_999))
        #expect(throws: InvalidAnswer.notJSON) { try head("{\"status\":1000000000}") }
        #expect(throws: InvalidAnswer.unreadableField) { try head("{\"status\":104,\"internal_status\":1000000000}") }
        #expect(try head("{\"status\":0,\"internal_status\":1000000000}").verdict.internalStatus == nil)
        let order = try order("\"wxpay_freeze_order_content_ext\":{\"current_trade_state\":1000000000}")
        #expect(order.tradeState == -1)
    }

    @Test(arguments: [
        "{}", "{\"status\":null}", "{\"status\":\"0\"}", "{\"status\":0.5}", "{\"status\":[]}", "[]", "0", "", "x",
    ])
    func onlyTheStatusIsRequired(content: String) {
        let object = StrictJSON.object(Array(content.utf8))
        #expect(object.flatMap { try? ReplyHead(from: $0) } == nil)
    }

    /// Of a refusal it may be 407: the number was used before, and nothing is refused.
    @Test func anInternalStatusOfAnotherKindIsNotBelievedOfARefusal() throws {
        for json in ["\"407\"", "407.0", "[407]", "true", "99999999999999999999"] {
            #expect(throws: InvalidAnswer.unreadableField) {
                try head("{\"status\":104,\"internal_status\":\(json)}")
            }
            #expect(try head("{\"status\":0,\"internal_status\":\(json)}").verdict.internalStatus == nil)
        }
        #expect(try head("{\"status\":104,\"internal_status\":null}").verdict.internalStatus == nil)
    }

    private func head(_ content: String) throws -> ReplyHead {
        try ReplyHead(from: try #require(StrictJSON.object(Array(content.utf8))))
    }

    @Test func textsAreCleanedAndClipped() throws {
        let long = String(repeating: "押", count: 200)
        let content = "{\"status\":104,\"description\":\"\\u001b[31m\\u202e\(long)\"}"
        let text = try #require(try head(content).verdict.text)
        #expect(text.hasPrefix("[31m押"))
        #expect(text.utf8.count <= 255)
    }

    @Test func theObjectIsTheOneNamedAfterTheInterface() throws {
        let content = Array("{\"status\":0,\"micro_freeze\":{\"pay_mch_key\":{\"pay_platform\":2}}}".utf8)
        let object = try #require(StrictJSON.object(content))
        let right = try ReplyHead.object(FreezeOrderReply.self, of: .microFreeze, in: object)
        #expect(right?.merchantKey?.platform == 2)
        #expect(try ReplyHead.object(FreezeOrderReply.self, of: .queryFreezeOrder, in: object) == nil)
    }
}
