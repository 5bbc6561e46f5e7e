import Testing

@testable import SandboxGateway

struct FieldTableTests {
    /// Path and the most bytes that it may have.
    static let limits: [(path: String, bytes: Int)] = [
        ("freeze_content.body", 128), ("order_client.shop_id", 64),
        ("freeze_content.wxpay_freeze_content_ext.attach", 127),
        ("freeze_content.wxpay_freeze_content_ext.goods_tag", 32), ("order_client.device_id", 64),
        ("order_client.staff_id", 64), ("order_client.machine_no", 32), ("order_client.sdk_version", 10),
        ("order_client.sn_code", 127), ("nonce_str", 32), ("pay_mch_key.wxpay_pay_mch_key_ext.app_id", 32),
        ("pay_mch_key.wxpay_pay_mch_key_ext.sub_app_id", 32),
    ]

    @Test(arguments: limits)
    func aTextMayFillItsLimitAndNotPassIt(_ path: String, _ bytes: Int) throws {
        var bank = try TestBank()
        let full = bank.ask(
            .microFreeze, Sample.freeze().setting(path, to: .text(String(repeating: "a", count: bytes))))
        #expect(full.status == 0, "\(path): \(full.description)")
        let over = bank.ask(
            .microFreeze, Sample.freeze().setting(path, to: .text(String(repeating: "a", count: bytes + 1))))
        #expect(over.status == 101)
        #expect(over.description.contains(path))
        #expect(!over.isSigned)
    }

    @Test func limitsCountBytesNotCharacters() throws {
        var bank = try TestBank()
        let body = String(repeating: "押", count: 43)
        #expect(bank.ask(.microFreeze, Sample.freeze().setting("freeze_content.body", to: .text(body))).status == 101)
    }

    @Test(arguments: [
        "freeze_content", "pay_mch_key", "order_client", "nonce_str", "freeze_content.out_freeze_no",
        "freeze_content.author_code", "freeze_content.freeze_fee", "freeze_content.fee_type", "freeze_content.body",
        "pay_mch_key.pay_platform", "pay_mch_key.out_mch_id", "pay_mch_key.out_sub_mch_id",
        "pay_mch_key.out_shop_id", "order_client.device_id", "order_client.terminal_type",
        "order_client.machine_no", "order_client.sdk_version", "order_client.spbill_create_ip",
    ])
    func aRequiredFieldMayNotBeMissing(_ path: String) throws {
        var bank = try TestBank()
        let answer = bank.ask(.microFreeze, Sample.freeze().setting(path, to: nil))
        #expect(answer.status == 101)
        #expect(answer.description == "\(path) is missing")
    }

    /// Path, a value that is wrong there.
    static let wrongs: [(path: String, value: BankJSON)] = [
        ("freeze_content.freeze_fee", .number(0)), ("freeze_content.freeze_fee", .number(-1)),
        ("freeze_content.freeze_fee", .number(2_147_483_648)), ("freeze_content.freeze_fee", .text("1250")),
        ("freeze_content.freeze_fee", .otherNumber("12.5")), ("freeze_content.freeze_fee", .otherNumber("1250.0")),
        ("freeze_content.freeze_fee", .truth(true)), ("freeze_content.fee_type", .text("USD")),
        ("freeze_content.remark", .text("")), ("freeze_content.body", .text("")),
        ("freeze_content.attach", .text("x")), ("freeze_content.detail", .text("{")),
        ("freeze_content.detail", .text("{\"goods_detail\":[]}")),
        ("freeze_content.wxpay_freeze_content_ext", .object([])),
        ("freeze_content.wxpay_freeze_content_ext.limit_pay", .text("no_debit")),
        ("freeze_content.alipay_freeze_content_ext.enable_pay_channels", .text("balance")),
        ("order_client.terminal_type", .number(5)), ("order_client.terminal_type", .text("4")),
        ("order_client.spbill_create_ip", .text("90.0.0")), ("order_client.spbill_create_ip", .text("90.0.0.256")),
        ("order_client.spbill_create_ip", .text("::1")), ("order_client.spbill_create_ip", .text("90.0.0.+1")),
        ("order_client.sub_terminal_type", .number(-1)), ("order_client.colour", .text("red")),
        ("order_client.sn_code", .text("")), ("order_client.staff_id", .null), ("nonce_str", .text("abc-def")),
        ("nonce_str", .text("押金")), ("nonce_str", .text("")), ("pay_mch_key.pay_platform", .number(3)),
        ("pay_mch_key.sub_pay_platform", .number(200)), ("pay_mch_key.out_mch_id", .text("other")),
        ("pay_mch_key.out_sub_mch_id", .text("other")), ("pay_mch_key.out_shop_id", .text("other")),
        ("pay_mch_key.alipay_pay_mch_key_ext.user_id", .text("1")), ("extra", .number(1)),
        ("freeze_content.out_freeze_no", .text("sz010002c11564384955")),
        ("freeze_content.out_freeze_no", .text("sz010002cz11564384955000000000000")),
        ("freeze_content.author_code", .text("32323232")), ("freeze_content.author_code", .text(Sample.alipayCode)),
        ("freeze_content.author_code", .text("13455026449688244x")),
        ("freeze_content.author_code", .text("163455026449688244")),
    ]

    @Test(arguments: wrongs)
    func aWrongValueIsRefusedAndNamed(_ path: String, _ value: BankJSON) throws {
        var bank = try TestBank()
        let answer = bank.ask(.microFreeze, Sample.freeze().setting(path, to: value))
        #expect(answer.status == 101)
        #expect(answer.internalStatus == 2)
        #expect(!answer.isSigned)
        let name = try #require(path.split(separator: ".").last)
        #expect(answer.description.contains(name) || answer.description.contains("ext"), "\(answer.description)")
        #expect(bank.bank.ledger.orders.isEmpty)
    }

    /// Path, a value that is right there.
    static let rights: [(path: String, value: BankJSON?)] = [
        ("freeze_content.freeze_fee", .number(1)), ("freeze_content.freeze_fee", .number(2_147_483_647)),
        ("pay_mch_key.sub_pay_platform", nil),
        ("freeze_content.remark", .text(String(repeating: "押", count: 200))),
        ("order_client.shop_id", .text("7")), ("pay_mch_key.wxpay_pay_mch_key_ext.sub_app_id", .text("wx2")),
        ("order_client.terminal_type", .number(100)), ("order_client.sub_terminal_type", .number(0)),
        ("freeze_content.wxpay_freeze_content_ext.limit_pay", .text("no_credit")),
        (
            "freeze_content.detail",
            .text(#"{"receipt_id":"r","goods_detail":[{"goods_name":"押金","quantity":1,"price":1250}]}"#)
        ),
        ("pay_mch_key.sub_pay_platform", .number(100)), ("freeze_content.author_code", .text("100000000000000000")),
        ("freeze_content.author_code", .text("159999999999999999")),
    ]

    @Test(arguments: rights)
    func aRightValueIsTaken(_ path: String, _ value: BankJSON?) throws {
        var bank = try TestBank()
        let answer = bank.ask(.microFreeze, Sample.freeze().setting(path, to: value))
        #expect(answer.status == 0, "\(answer.description)")
    }

    @Test func bothExtsAreRefused() throws {
        var bank = try TestBank()
        let content = Sample.freeze().setting("freeze_content.wxpay_freeze_content_ext.attach", to: .text("a"))
            .setting("freeze_content.alipay_freeze_content_ext.enable_pay_channels", to: .text("b"))
        let answer = bank.ask(.microFreeze, content)
        #expect(answer.status == 101)
        #expect(answer.description.contains("exclude each other"))
    }

    @Test(arguments: ["device_id", "machine_no", "staff_id"])
    func aQueryNeedsNo(_ name: String) throws {
        var bank = try TestBank()
        let content = Sample.query().setting("order_client.\(name)", to: nil)
        #expect(bank.ask(.queryFreezeOrder, content).status == 104)
        #expect(bank.ask(.queryUnfreezeOrder, content.setting("nonce_str", to: .text("n1"))).status == 104)
    }
}
