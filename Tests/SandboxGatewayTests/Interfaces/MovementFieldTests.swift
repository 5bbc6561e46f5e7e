import Testing

@testable import SandboxGateway

/// The fields of unfreeze, deposit_consume, query_order and scancode_freeze.
struct MovementFieldTests {
    private static let good: [BankInterface: BankJSON] = [
        .unfreeze: Sample.unfreeze(), .depositConsume: Sample.consume(), .queryOrder: Sample.queryOrder(),
        .scancodeFreeze: Sample.scancode(),
    ]

    /// The answer to a request that is right but for one field.
    private func answer(_ interface: BankInterface, _ path: String, _ value: BankJSON?) throws -> TestBank.Answer {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze(number: Sample.number)).status == 0)
        let content = try #require(Self.good[interface]).setting(path, to: value)
        let number = interface == .scancodeFreeze && path != "freeze_content.out_freeze_no"
        return bank.ask(
            interface,
            number ? content.setting("freeze_content.out_freeze_no", to: .text(Sample.number + "7")) : content)
    }

    @Test(arguments: [
        (BankInterface.unfreeze, "unfreeze_content.out_freeze_no"), (.unfreeze, "unfreeze_content.out_unfreeze_no"),
        (.unfreeze, "unfreeze_content.unfreeze_fee"), (.unfreeze, "pay_mch_key.pay_platform"),
        (.unfreeze, "pay_mch_key.out_shop_id"), (.unfreeze, "pay_mch_key.is_sub_mch_admin"),
        (.unfreeze, "order_client.device_id"), (.unfreeze, "nonce_str"),
        (.depositConsume, "pay_content.out_trade_no"), (.depositConsume, "pay_content.total_fee"),
        (.depositConsume, "pay_content.fee_type"), (.depositConsume, "pay_content.body"),
        (.depositConsume, "pay_content.out_freeze_no"), (.depositConsume, "pay_content.is_confirm_unfreeze"),
        (.depositConsume, "pay_mch_key.out_mch_id"),
        (.queryOrder, "out_trade_no"), (.queryOrder, "order_client.device_id"), (.queryOrder, "nonce_str"),
        (.scancodeFreeze, "freeze_content.out_freeze_no"), (.scancodeFreeze, "freeze_content.freeze_fee"),
        (.scancodeFreeze, "freeze_content.body"), (.scancodeFreeze, "order_client.machine_no"),
    ])
    func aRequiredFieldMayNotBeMissing(_ interface: BankInterface, _ path: String) throws {
        let answer = try answer(interface, path, nil)
        #expect(answer.status == 101)
        #expect(answer.description == "\(path) is missing")
        #expect(!answer.isSigned)
    }

    @Test(arguments: [
        (BankInterface.unfreeze, "unfreeze_content.remark", 128), (.unfreeze, "pay_mch_key.authorization_staff_id", 64),
        (.depositConsume, "pay_content.body", 128), (.depositConsume, "pay_content.remark", 127),
        (.depositConsume, "pay_content.wxpay_pay_content_ext.attach", 127),
        (.depositConsume, "pay_content.wxpay_pay_content_ext.goods_tag", 32),
        (.depositConsume, "pay_content.wxpay_pay_content_ext.product_id", 32),
        (.scancodeFreeze, "freeze_content.body", 128), (.unfreeze, "order_client.shop_id", 64),
    ])
    func aTextMayFillItsLimitAndNotPassIt(_ interface: BankInterface, _ path: String, _ bytes: Int) throws {
        let full = try answer(interface, path, .text(String(repeating: "a", count: bytes)))
        #expect(full.status == 0, "\(full.description)")
        let over = try answer(interface, path, .text(String(repeating: "a", count: bytes + 1)))
        #expect(over.status == 101)
        #expect(over.description.contains(path))
    }

    @Test(arguments: [
        (BankInterface.unfreeze, "unfreeze_content.unfreeze_fee", BankJSON.number(0)),
        (.unfreeze, "unfreeze_content.unfreeze_fee", .text("1250")),
        (.unfreeze, "unfreeze_content.out_unfreeze_no", .text("sz010002c1")),
        (.unfreeze, "unfreeze_content.out_unfreeze_no", .text(Sample.number + "0000000000000")),
        (.unfreeze, "unfreeze_content.remark", .text("")), (.unfreeze, "pay_mch_key.is_sub_mch_admin", .number(1)),
        (.unfreeze, "pay_mch_key.is_sub_mch_admin", .text("true")),
        (.unfreeze, "pay_mch_key.is_sub_admin", .number(1)),
        (.unfreeze, "pay_mch_key.out_mch_id", .text("other")), (.unfreeze, "pay_mch_key.out_shop_id", .text("other")),
        (.unfreeze, "unfreeze_content.fee_type", .text("CNY")),
        (.unfreeze, "pay_mch_key.alipay_pay_mch_key_ext.user_id", .text("1")),
        (.depositConsume, "pay_content.total_fee", .number(-1)),
        (.depositConsume, "pay_content.fee_type", .text("USD")),
        (.depositConsume, "pay_content.is_confirm_unfreeze", .text("true")),
        (.depositConsume, "pay_content.is_confirm_unfreeze", .truth(false)),
        (.depositConsume, "pay_content.detail", .text("{")), (.depositConsume, "pay_content.out_trade_no", .text("1")),
        (.depositConsume, "pay_content.wxpay_pay_content_ext.limit_pay", .text("no_debit")),
        (.depositConsume, "freeze_content.body", .text("x")),
        (.queryOrder, "trade_type", .number(3)), (.queryOrder, "out_trade_no", .text("1")),
        (.queryOrder, "out_freeze_no", .text(Sample.number)),
        (.scancodeFreeze, "freeze_content.author_code", .text(Sample.alipayCode)),
        (.scancodeFreeze, "freeze_content.time_expire", .text("1")),
        (.scancodeFreeze, "freeze_content.time_expire", .number(Sample.start)),
        (.scancodeFreeze, "freeze_content.wxpay_freeze_content_ext.attach", .text("a")),
    ])
    func aWrongValueIsRefused(_ interface: BankInterface, _ path: String, _ value: BankJSON) throws {
        let answer = try answer(interface, path, value)
        #expect(answer.status == 101)
        #expect(!answer.isSigned)
        #expect(!answer.reply.note.madeOrder)
    }

    @Test(arguments: [
        (BankInterface.unfreeze, "pay_mch_key.out_mch_id", nil as BankJSON?),
        (.unfreeze, "pay_mch_key.out_sub_mch_id", nil), (.unfreeze, "pay_mch_key.sub_pay_platform", nil),
        (.unfreeze, "pay_mch_key.is_sub_admin", .truth(true)), (.unfreeze, "order_client.shop_id", .text("7")),
        (.unfreeze, "order_client.sn_code", .text("SN1")), (.unfreeze, "order_client.sub_terminal_type", .number(7)),
        (.unfreeze, "pay_mch_key.authorization_staff_id", .text("1192")),
        (.depositConsume, "pay_mch_key.pay_platform", nil), (.depositConsume, "pay_mch_key.sub_pay_platform", nil),
        (.depositConsume, "pay_content.wxpay_pay_content_ext.product_id", .text("p")),
        (.scancodeFreeze, "pay_mch_key.sub_pay_platform", nil),
        (.unfreeze, "order_client.machine_no", nil), (.unfreeze, "unfreeze_content.remark", nil),
        (.unfreeze, "pay_mch_key.wxpay_pay_mch_key_ext.app_id", .text("wx1")),
        (.depositConsume, "pay_content.time_expire", .number(1)),
        (.depositConsume, "pay_content.detail", .text(#"{"goods_detail":[{"quantity":1,"price":1250}]}"#)),
        (.scancodeFreeze, "freeze_content.time_expire", nil),
        (.scancodeFreeze, "freeze_content.alipay_freeze_content_ext.enable_pay_channels", .text("balance")),
    ])
    func aRightValueIsTaken(_ interface: BankInterface, _ path: String, _ value: BankJSON?) throws {
        let answer = try answer(interface, path, value)
        #expect(answer.status == 0, "\(answer.description)")
    }

    @Test func aNonceMayComeAgainOnlyWithTheSameBytes() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze()).status == 0)
        let consume = Sample.consume()
        #expect(bank.ask(.depositConsume, consume).status == 0)
        let nonce = try #require(consume["nonce_str"])
        let answer = bank.ask(.queryOrder, Sample.queryOrder().setting("nonce_str", to: nonce))
        #expect(answer.status == 101)
        #expect(answer.description.contains("nonce_str"))
    }
}
