import PayEngine
import Testing

@testable import SandboxGateway

/// Requests as a good client makes them.
enum Sample {
    static let number = "sz010002cz11564384955"
    static let wechatCode = "134550264496882447"
    static let alipayCode = "281234567890123456"
    static let start = 1_795_239_487

    static func rules() throws -> BankRules {
        BankRules(key: try #require(AuthenKey("654502BB0F57EC8737B4CF12117575B8")))
    }

    static func nonce() -> String {
        let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz")
        return String((0..<32).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }

    static func mchKey(_ platform: BankPlatform) -> BankJSON {
        .object([
            .init("pay_platform", .number(platform.rawValue)),
            .init("sub_pay_platform", .number(platform.subPlatform)),
            .init("out_shop_id", .text(BankMerchant().outShopID)),
            .init("out_sub_mch_id", .text(BankMerchant().outSubMchID)),
            .init("out_mch_id", .text(BankMerchant().outMchID)),
        ])
    }

    static let client = BankJSON.object([
        .init("staff_id", .text("1206")),
        .init("machine_no", .text("00-05-9a-3c-7a-00")),
        .init("terminal_type", .number(1)),
        .init("sdk_version", .text("1.0")),
        .init("device_id", .text("824")),
        .init("spbill_create_ip", .text("90.0.00.0")),
    ])

    static func freeze(
        _ fee: Int = 1250, number: String = Sample.number, code: String? = nil, platform: BankPlatform = .wechat
    ) -> BankJSON {
        .object([
            .init("pay_mch_key", mchKey(platform)),
            .init("nonce_str", .text(nonce())),
            .init(
                "freeze_content",
                .object([
                    .init("author_code", .text(code ?? (platform == .wechat ? wechatCode : alipayCode))),
                    .init("body", .text("押金")),
                    .init("out_freeze_no", .text(number)),
                    .init("freeze_fee", .number(fee)),
                    .init("fee_type", .text("CNY")),
                ])),
            .init("order_client", client),
        ])
    }

    static func query(_ number: String = Sample.number, platform: BankPlatform = .wechat) -> BankJSON {
        .object([
            .init("pay_mch_key", mchKey(platform)),
            .init("nonce_str", .text(nonce())),
            .init("out_freeze_no", .text(number)),
            .init("order_client", client),
        ])
    }

    /// The body of a request, signed as it should be.
    static func body(_ content: String, key: AuthenKey) -> [UInt8] {
        let code = AuthenCode(content: Array(content.utf8), key: key).hex
        let info = BankJSON.object([.init("authen_type", .number(1)), .init("authen_code", .text(code))])
        let envelope = BankJSON.object([
            .init("authen_info", .object([.init("a", info)])), .init("request_content", .text(content)),
        ])
        return Array(envelope.written.utf8)
    }
}
