import Testing

@testable import PayEngine

@Suite struct RequestTests {
    private static let published = "E94C00688C3F429CA2B0B396BF823548"

    /// The published object, as a Linux till sends it, which names the sub-platform in every request.
    private func published(_ name: String) throws -> JSONValue {
        guard case .object(var object) = try JSONValue(Vectors.bytes(name)),
            case .object(var client)? = object["order_client"], case .object(var key)? = object["pay_mch_key"]
        else { throw InvalidAnswer.notJSON }
        client["terminal_type"] = .number(4)
        key["sub_pay_platform"] = .number(100)
        object["order_client"] = .object(client)
        object["pay_mch_key"] = .object(key)
        return .object(object)
    }

    private func merchant(_ provider: String, _ merchant: String, _ shop: String) -> PayMerchantKey {
        let configured = TillConfiguration.Merchant(
            providerID: provider, merchantID: merchant, shopID: shop, key: SampleTill.key)
        return PayMerchantKey(configured, platform: .wechat)
    }

    @Test(arguments: ["micro_freeze_1.request.json", "micro_freeze_2.request.json"])
    func aFreezeIsThePublishedOne(name: String) throws {
        let content = MicroFreezeRequest.FreezeContent(
            number: "sz010002cz11564384955", authorCode: AuthorCode(digits: "32323232", platform: .wechat), fee: 10,
            body: "body", remark: nil)
        let request = MicroFreezeRequest(
            content: content,
            merchantKey: merchant("1234mcWYS3iM5TjKLorAZ", "12343ycHpBDv8GX]fmSvT7", "1234ruQCleTa9w30AaAH"),
            client: OrderClient(freezing: SampleTill.till, staffID: "1206", address: "90.0.00.0"), nonce: Self.published
        )
        #expect(try JSONValue(request.bytes()) == published(name))
    }

    @Test func aHistoryQuestionIsThePublishedOne() throws {
        var till = SampleTill.till
        till.deviceID = "12345"
        let request = OrderQueryRequest(
            number: "sz010002cz11566551329", releaseNumber: "sz010002cz11566551626",
            merchantKey: PayMerchantKey(SampleTill.merchant, platform: .wechat),
            client: OrderClient(asking: till, address: "90.0.00.0"), nonce: Self.published)
        #expect(try JSONValue(request.bytes()) == published("query_unfreeze_order.request.json"))
    }

    @Test func fieldsThatAreNotSetAreAbsent() throws {
        let question = OrderQueryRequest(
            number: "1", releaseNumber: nil, merchantKey: PayMerchantKey(SampleTill.merchant, platform: .alipay),
            client: OrderClient(asking: SampleTill.till, address: "192.0.2.7"), nonce: "n")
        let names = try JSONValue(question.bytes()).names
        #expect(
            names == [
                "out_freeze_no", "pay_mch_key", "pay_platform", "out_mch_id", "out_sub_mch_id", "out_shop_id",
                "order_client", "device_id", "terminal_type", "sdk_version", "spbill_create_ip", "nonce_str",
                "sub_pay_platform",
            ])
        let freeze = try JSONValue(SampleRequest().made().bytes())
        #expect(freeze.names.isDisjoint(with: ["remark", "detail", "staff_id", "sn_code", "sub_terminal_type"]))
        #expect(!String(decoding: try SampleRequest().made().bytes(), as: UTF8.self).contains("null"))
    }

    @Test func fieldsThatAreSetAreThere() throws {
        var sample = SampleRequest()
        sample.remark = "r"
        sample.staffID = "1206"
        sample.till.serialNumber = "sn"
        sample.till.subTerminalType = 0
        let freeze = try JSONValue(sample.made().bytes())
        #expect(freeze["freeze_content"]?["remark"] == .text("r"))
        #expect(freeze["order_client"]?["staff_id"] == .text("1206"))
        #expect(freeze["order_client"]?["sn_code"] == .text("sn"))
        #expect(freeze["order_client"]?["sub_terminal_type"] == .number(0))
        #expect(freeze["freeze_content"]?["freeze_fee"] == .number(1250))
        #expect(freeze["freeze_content"]?["fee_type"] == .text("CNY"))
    }

    @Test(arguments: PayPlatform.allCases)
    func thereIsAtMostOneExt(platform: PayPlatform) throws {
        var sample = SampleRequest()
        sample.platform = platform
        let freeze = try JSONValue(sample.made().bytes())
        #expect(freeze.names.filter { $0.hasSuffix("_ext") }.count <= 1)
        #expect(freeze["pay_mch_key"]?["pay_platform"] == .number(platform.rawValue))
        #expect(freeze["pay_mch_key"]?["sub_pay_platform"] == .number(platform == .wechat ? 100 : 200))
    }

    @Test func theBytesAreTheSameEveryTime() throws {
        var sample = SampleRequest()
        sample.body = "押金/\"\\\n\u{7f}😀"
        let bytes = try sample.made().bytes()
        for _ in 0..<50 { #expect(try sample.made().bytes() == bytes) }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("\\/"))
        #expect(try JSONValue(bytes)["freeze_content"]?["body"] == .text(sample.body))
    }
}
