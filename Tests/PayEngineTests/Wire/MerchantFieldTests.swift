import TestSupport
import Testing

@testable import PayEngine

/// What every request says of merchant, platform and till.
@Suite struct MerchantFieldTests {
    /// A till with everything configured that may be sent.
    private static func configure(_ configuration: inout TillConfiguration) {
        configuration.till.serialNumber = "PF1"
        configuration.till.subTerminalType = 7
        configuration.till.shopID = "own-shop"
        configuration.merchant.accounts = .init(appID: "wx1", subAppID: "wx2", userID: "2088")
    }

    @Test(arguments: PayPlatform.allCases)
    func everyRequestHasThem(platform: PayPlatform) async throws {
        let fee = Int(SampleTill.fee.value)
        let sample = try SampleDesk(configure: Self.configure) { call in
            switch call.interface {
            case .microFreeze, .queryFreezeOrder:
                var answer = SampleAnswer()
                answer.platform = platform
                return .answer(answer)
            case .unfreeze where call.index == 0: return .result(.lost("x"))
            case .unfreeze, .queryUnfreezeOrder:
                return SampleMovement.release(call, state: 3, fee: fee, platform: platform)
            case .depositConsume where call.index == 0: return .result(.lost("x"))
            case .depositConsume, .queryOrder:
                return SampleMovement.consume(call, state: platform == .wechat ? 3 : 2, fee: fee, platform: platform)
            case .ping, .scanCodeFreeze: return .result(.lost("x"))
            }
        }
        let code = platform == .wechat ? SampleTill.wechatCode : SampleTill.alipayCode
        guard case .settled(let deposit)? = await sample.freeze(SampleDesk.request(code)).last else {
            Issue.record("no deposit")
            return
        }
        for await _ in await sample.desk.release(ReleaseRequest(number: deposit.number)) {}
        for await _ in await sample.desk.consume(ConsumeRequest(number: deposit.number, amount: SampleTill.fee)) {}
        if platform == .alipay {
            for await _ in await sample.desk.offerCode(CodeRequest(amount: SampleTill.fee, wait: .zero)) {}
        }
        let requests = sample.transport.requests
        let wanted: Set<Interface> = [
            .microFreeze, .queryFreezeOrder, .unfreeze, .queryUnfreezeOrder, .depositConsume, .queryOrder,
        ]
        #expect(Set(requests.compactMap(\.interface)).isSuperset(of: wanted))
        for request in requests where request.interface != .ping {
            let content = try JSONValue(request.content)
            let name = Comment(rawValue: request.path)
            let key = content["pay_mch_key"]
            #expect(key?["sub_pay_platform"] == .number(platform == .wechat ? 100 : 200), name)
            #expect(content["order_client"]?["sub_terminal_type"] == .number(7), name)
            #expect(content["order_client"]?["sn_code"] == .text("PF1"), name)
            #expect(content["order_client"]?["shop_id"] == .text("own-shop"), name)
            let wechat = JSONValue.object(["app_id": .text("wx1"), "sub_app_id": .text("wx2")])
            #expect(key?["wxpay_pay_mch_key_ext"] == (platform == .wechat ? wechat : nil), name)
            let alipay = JSONValue.object(["user_id": .text("2088")])
            #expect(key?["alipay_pay_mch_key_ext"] == (platform == .alipay ? alipay : nil), name)
        }
    }

    /// Who holds the right to give back: a supervisor, else the device's own staff, else the merchant's administrator.
    @Test(arguments: [(nil, nil, nil), ("1192", nil, "1192"), ("1192", "1001", "1001"), (nil, "1001", "1001")])
    func aReleaseNamesWhoMayGiveBack(device: String?, approver: String?, sent: String?) async throws {
        let configure = { (configuration: inout TillConfiguration) in configuration.merchant.staffID = device }
        let sample = try SampleDesk(configure: configure) { call in
            call.interface == .unfreeze
                ? SampleMovement.release(call, state: 2, fee: Int(SampleTill.fee.value)) : .answer(SampleAnswer())
        }
        guard case .settled(let deposit)? = await sample.freeze().last else {
            Issue.record("no deposit")
            return
        }
        for await _ in await sample.desk.release(ReleaseRequest(number: deposit.number), as: approver) {}
        let request = try #require(sample.transport.requests(to: .unfreeze).first)
        let key = try #require(try JSONValue(request.content)["pay_mch_key"])
        #expect(key["is_sub_mch_admin"] == .flag(sent == nil))
        #expect(key["authorization_staff_id"] == sent.map { .text($0) })
    }

    @Test func nothingThatIsNotSetIsSent() throws {
        var sample = SampleRequest()
        sample.merchant.accounts = .init(appID: nil, subAppID: nil, userID: "2088")
        let freeze = try JSONValue(sample.made().bytes())
        #expect(!freeze.names.contains { $0.hasSuffix("_ext") })
        sample.merchant.accounts = .init(appID: nil, subAppID: "wx2", userID: nil)
        let second = try JSONValue(sample.made().bytes())
        #expect(second["pay_mch_key"]?["wxpay_pay_mch_key_ext"] == .object(["sub_app_id": .text("wx2")]))
    }
}
