import Testing

@testable import SandboxGateway

/// The published requests, byte for byte but for the merchant and the payment code, which are made up there.
struct PublishedRequestTests {
    private static let microFreeze = """
        {
        \t\t"pay_mch_key": {
        \t\t\t"pay_platform": 1,
        \t\t\t"sub_pay_platform": 100,
        \t\t\t"out_shop_id": "sz011biKxOguirmBqiFR",
        \t\t\t"out_sub_mch_id": "sz01KzuCUOmw8yjtPite",
        \t\t\t"out_mch_id": "sz01lXKA6DKGjNzr2l4B"
        \t\t},
        \t\t"nonce_str": "E94C00688C3F429CA2B0B396BF823548",
        \t\t"freeze_content": {
        \t\t\t"author_code": "134550264496882447",
        \t\t\t"body": "body",
        \t\t\t"out_freeze_no": "sz010002cz11564384955",
        \t\t\t"freeze_fee": 10,
        \t\t\t"fee_type": "CNY"
        \t\t},
        \t\t"order_client": {
        \t\t\t"staff_id": "1206",
        \t\t\t"machine_no": "00-05-9a-3c-7a-00",
        \t\t\t"terminal_type": 1,
        \t\t\t"sdk_version": "1.0",
        \t\t\t"device_id": "824",
        \t\t\t"spbill_create_ip": "90.0.00.0"
        \t\t}
        \t}
        """

    private static let queryUnfreezeOrder = """
        {
        "pay_mch_key": {
        "pay_platform": 1,
        "out_shop_id": "sz011biKxOguirmBqiFR",
        "out_sub_mch_id": "sz01KzuCUOmw8yjtPite",
        "out_mch_id": "sz01lXKA6DKGjNzr2l4B"
        },
        "out_unfreeze_no": "sz010002cz11566551626",
        "nonce_str": "F94C00688C3F429CA2B0B396BF823548",
        "out_freeze_no": "sz010002cz11564384955",
        "order_client": {
        "terminal_type": 1,
        "sdk_version": "1.0",
        "device_id": "12345",
        "spbill_create_ip": "90.0.00.0"
        }
        }
        """

    @Test func areTaken() throws {
        var bank = try TestBank()
        let freeze = bank.ask(.microFreeze, text: Self.microFreeze)
        #expect(freeze.status == 0, "\(freeze.description)")
        #expect(freeze.state() == 2)
        let history = bank.ask(.queryUnfreezeOrder, text: Self.queryUnfreezeOrder)
        #expect(history.status == 0, "\(history.description)")
    }

    /// Every name of the published answer is there, with a value of the same sort.
    @Test func areAnsweredWithThePublishedFields() throws {
        var bank = try TestBank()
        let content = Sample.freeze().setting(
            "freeze_content.wxpay_freeze_content_ext.goods_tag", to: .text("X293123"))
        let answer = bank.ask(.microFreeze, content)
        let numbers = [
            "pay_mch_key.pay_platform", "pay_mch_key.sub_pay_platform", "freeze_order_content.trade_type",
            "freeze_order_content.time_expire", "freeze_order_content.time_end", "freeze_order_content.create_time",
            "freeze_order_content.last_update_time", "freeze_order_content.freeze_fee",
            "freeze_order_content.cash_fee", "freeze_order_content.settlement_total_fee",
            "freeze_order_content.wxpay_freeze_order_content_ext.current_trade_state",
        ]
        for path in numbers { #expect(answer.object?.at(path)?.whole != nil, "\(path)") }
        let texts = [
            "pay_mch_key.out_mch_id", "pay_mch_key.out_sub_mch_id", "pay_mch_key.out_shop_id",
            "pay_mch_key.wxpay_pay_mch_key_ext.app_id", "pay_mch_key.wxpay_pay_mch_key_ext.open_id",
            "freeze_order_content.out_freeze_no", "freeze_order_content.author_code",
            "freeze_order_content.fee_type", "freeze_order_content.cash_fee_type", "freeze_order_content.body",
            "freeze_order_content.wxpay_freeze_order_content_ext.bank_type",
            "freeze_order_content.wxpay_freeze_order_content_ext.goods_tag", "nonce_str",
        ]
        for path in texts { #expect(answer.object?.at(path)?.text != nil, "\(path)") }
        #expect(answer.object?.at("freeze_order_content.is_transforming") == .truth(false))
        #expect(answer.content?["log_id"]?.whole.map { (0...0xFFFF_FFFF).contains($0) } == true)
    }
}
