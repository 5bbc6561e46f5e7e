import Testing

@testable import PayEngine

@Suite struct OrderOptionsTests {
    private static let detail = try? GoodsDetail(
        json: Array("{\"goods_detail\":[{\"goods_name\":\"雨伞\",\"quantity\":1,\"price\":1250}]}".utf8))
    private static let wechat = OrderOptions(
        detail: detail, attach: "a", goodsTag: "t", limitPay: .noCredit)

    /// The only content that was sent to this interface, or the rejection.
    private func sent(
        _ options: OrderOptions, _ code: AuthorCode, configure: (inout TillConfiguration) -> Void = { _ in }
    ) async throws -> (content: JSONValue?, last: OrderProgress?) {
        let platform = code.platform
        let sample = try SampleDesk(configure: configure) { _ in
            var answer = SampleAnswer()
            answer.platform = platform
            return .answer(answer)
        }
        let request = FreezeRequest(amount: SampleTill.fee, code: code, options: options)
        let last = await sample.freeze(request).last
        let first = sample.transport.requests(to: .microFreeze).first
        return (try first.flatMap { try JSONValue($0.content)["freeze_content"] }, last)
    }

    @Test func aFreezeByWeChatPayHasThem() async throws {
        let content = try #require(try await sent(Self.wechat, SampleTill.wechatCode).content)
        let ext = JSONValue.object([
            "attach": .text("a"), "goods_tag": .text("t"), "limit_pay": .text("no_credit"),
        ])
        #expect(content["wxpay_freeze_content_ext"] == ext)
        #expect(content["alipay_freeze_content_ext"] == nil)
        let text = "{\"goods_detail\":[{\"goods_name\":\"雨伞\",\"price\":1250,\"quantity\":1}]}"
        #expect(content["detail"] == .text(text))
    }

    @Test func aFreezeByAlipayHasItsOwn() async throws {
        let content = try #require(
            try await sent(OrderOptions(payChannels: "pcredit"), SampleTill.alipayCode).content)
        #expect(content["alipay_freeze_content_ext"] == .object(["enable_pay_channels": .text("pcredit")]))
        #expect(content["wxpay_freeze_content_ext"] == nil)
        #expect(content["detail"] == nil)
    }

    /// Only the platform's own of what is configured is sent; what is asked for comes before it, and an empty text
    /// takes it away.
    @Test(arguments: [(OrderOptions(), "c"), (OrderOptions(attach: "a"), "a"), (OrderOptions(attach: ""), nil)])
    func theConfigurationFillsUp(options: OrderOptions, attach: String?) async throws {
        let configure = { (configuration: inout TillConfiguration) in
            configuration.deposit.attach = "c"
            configuration.deposit.payChannels = "balance"
        }
        let content = try #require(try await sent(options, SampleTill.wechatCode, configure: configure).content)
        #expect(content["wxpay_freeze_content_ext"] == attach.map { .object(["attach": .text($0)]) })
        let alipay = try #require(
            try await sent(OrderOptions(), SampleTill.alipayCode, configure: configure).content)
        #expect(alipay["alipay_freeze_content_ext"] == .object(["enable_pay_channels": .text("balance")]))
        #expect(alipay["wxpay_freeze_content_ext"] == nil)
    }

    /// Nothing that was asked for is left out in silence.
    @Test(arguments: [
        (OrderOptions(attach: "a"), SampleTill.alipayCode, "attach"),
        (OrderOptions(goodsTag: "t"), SampleTill.alipayCode, "goods_tag"),
        (OrderOptions(limitPay: .noCredit), SampleTill.alipayCode, "limit_pay"),
        (OrderOptions(payChannels: "x"), SampleTill.wechatCode, "enable_pay_channels"),
    ])
    func whatThePlatformDoesNotTakeIsRefused(options: OrderOptions, code: AuthorCode, field: String) async throws {
        let (content, last) = try await sent(options, code)
        #expect(content == nil)
        #expect(last == .rejected(.notOnPlatform(field: field, code.platform)))
    }

    @Test func aPaymentCodeInOneIsNeverSent() async throws {
        let (content, last) = try await sent(OrderOptions(attach: "134550264496882447"), SampleTill.wechatCode)
        #expect(content == nil)
        #expect(last == .rejected(.holdsPaymentCode(field: "attach")))
    }

    @Test func aCodeForTheCustomerHasAlipaysOwn() async throws {
        let sample = try SampleDesk(
            configure: { $0.deposit.payChannels = "balance" }, script: { _ in .result(.lost("x")) })
        let request = CodeRequest(amount: SampleTill.fee, options: OrderOptions(detail: Self.detail), wait: .zero)
        for await _ in await sample.desk.offerCode(request) {}
        let sent = try #require(sample.transport.requests(to: .scanCodeFreeze).first)
        let content = try #require(try JSONValue(sent.content)["freeze_content"])
        #expect(content["alipay_freeze_content_ext"] == .object(["enable_pay_channels": .text("balance")]))
        #expect(content["detail"]?.text == Self.detail?.text)
    }

    @Test func aConsumeHasThemByFlagAlone() async throws {
        let configure = { (configuration: inout TillConfiguration) in configuration.deposit.goodsTag = "configured" }
        let sample = try SampleDesk(configure: configure) { call in
            call.interface == .depositConsume
                ? SampleMovement.consume(call, state: 3, fee: 100) : .answer(SampleAnswer())
        }
        guard case .settled(let deposit)? = await sample.freeze().last else {
            Issue.record("no deposit")
            return
        }
        let request = ConsumeRequest(
            number: deposit.number, amount: Fen(100), options: OrderOptions(detail: Self.detail, attach: "a"))
        for await _ in await sample.desk.consume(request) {}
        let sent = try #require(sample.transport.requests(to: .depositConsume).first)
        let content = try #require(try JSONValue(sent.content)["pay_content"])
        #expect(content["wxpay_pay_content_ext"] == .object(["attach": .text("a")]))
        #expect(content["detail"]?.text == Self.detail?.text)
    }
}
