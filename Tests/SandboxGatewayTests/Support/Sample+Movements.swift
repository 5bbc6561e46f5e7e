@testable import SandboxGateway

extension Sample {
    static let releaseNumber = "sz010002cz21564384999"
    static let tradeNumber = "sz010002cz31564384999"

    static func unfreeze(
        _ fee: Int = 1250, number: String = releaseNumber, of deposit: String = Sample.number,
        platform: BankPlatform = .wechat
    ) -> BankJSON {
        .object([
            .init("pay_mch_key", mchKey(platform).setting("is_sub_mch_admin", to: .truth(true))),
            .init("nonce_str", .text(nonce())),
            .init(
                "unfreeze_content",
                .object([
                    .init("out_freeze_no", .text(deposit)),
                    .init("out_unfreeze_no", .text(number)),
                    .init("unfreeze_fee", .number(fee)),
                    .init("remark", .text("退押金")),
                ])),
            .init("order_client", client),
        ])
    }

    static func consume(
        _ fee: Int = 1250, number: String = tradeNumber, of deposit: String = Sample.number,
        releasesRest: Bool = true, platform: BankPlatform = .wechat
    ) -> BankJSON {
        .object([
            .init("pay_mch_key", mchKey(platform)),
            .init("nonce_str", .text(nonce())),
            .init(
                "pay_content",
                .object([
                    .init("out_trade_no", .text(number)),
                    .init("total_fee", .number(fee)),
                    .init("fee_type", .text("CNY")),
                    .init("body", .text("房费")),
                    .init("out_freeze_no", .text(deposit)),
                    .init("is_confirm_unfreeze", .truth(releasesRest)),
                ])),
            .init("order_client", client),
        ])
    }

    static func scancode(
        _ fee: Int = 1250, number: String = Sample.number, expires: Int? = start + 300,
        platform: BankPlatform = .alipay
    ) -> BankJSON {
        freeze(fee, number: number, platform: platform)
            .setting("freeze_content.author_code", to: nil)
            .setting("freeze_content.time_expire", to: expires.map { .number($0) })
    }

    static func queryOrder(_ number: String = tradeNumber, platform: BankPlatform = .wechat) -> BankJSON {
        query(platform: platform).setting("out_freeze_no", to: nil).setting("out_trade_no", to: .text(number))
    }

    static func queryRelease(_ number: String = releaseNumber, platform: BankPlatform = .wechat) -> BankJSON {
        query(platform: platform).setting("out_unfreeze_no", to: .text(number))
    }
}
