/// The fields of each interface, as published, with their limits in bytes.
enum FieldTable {
    /// Returns the rules of an interface's content.
    static func rules(of interface: BankInterface) -> [FieldRule] {
        switch interface {
        case .ping: []
        case .microFreeze: microFreeze
        case .scancodeFreeze: scancodeFreeze
        case .queryFreezeOrder: queryFreezeOrder
        case .unfreeze: unfreeze
        case .queryUnfreezeOrder: queryUnfreezeOrder
        case .depositConsume: depositConsume
        case .queryOrder: queryOrder
        }
    }

    /// Where no limit is published.
    static let longest = 65_536

    static let anyWhole = 0...0xFFFF_FFFF

    private static let scancodeFreeze: [FieldRule] = [
        .required("freeze_content", .object(scancodeContent)),
        .required("pay_mch_key", .object(payMchKey)),
        .required("order_client", .object(orderClient)),
        .required("nonce_str", .nonce(32)),
    ]

    private static let microFreeze: [FieldRule] = [
        .required("freeze_content", .object(freezeContent)),
        .required("pay_mch_key", .object(payMchKey)),
        .required("order_client", .object(orderClient)),
        .required("nonce_str", .nonce(32)),
    ]

    private static let queryFreezeOrder: [FieldRule] = [
        .required("pay_mch_key", .object(payMchKey)),
        .required("out_freeze_no", .text(32)),
        .required("order_client", .object(askingClient)),
        .required("nonce_str", .nonce(32)),
    ]

    private static let queryUnfreezeOrder: [FieldRule] = [
        .required("pay_mch_key", .object(payMchKey)),
        .required("out_freeze_no", .text(32)),
        .optional("out_unfreeze_no", .text(32)),
        .required("order_client", .object(askingClient)),
        .required("nonce_str", .nonce(32)),
    ]

    private static let freezeContent: [FieldRule] = [.required("author_code", .text(256))] + everyFreeze

    private static let scancodeContent: [FieldRule] = [.optional("time_expire", .whole(anyWhole))] + everyFreeze

    /// Amounts in fen.
    static let fee = FieldRule.Kind.whole(1...2_147_483_647)

    private static let everyFreeze: [FieldRule] = [
        .required("out_freeze_no", .text(32)),
        .required("freeze_fee", fee),
        .required("fee_type", .textOf(["CNY"])),
        .required("body", .text(128)),
        .optional("detail", .embedded(detail)),
        .optional("remark", .text(longest)),
        .optional(
            "wxpay_freeze_content_ext",
            .object([
                .optional("attach", .text(127)),
                .optional("goods_tag", .text(32)),
                .optional("limit_pay", .textOf(["no_credit"])),
            ])),
        .optional("alipay_freeze_content_ext", .object([.optional("enable_pay_channels", .text(longest))])),
    ]

    static let detail: [FieldRule] = [
        .optional("cost_price", .whole(anyWhole)),
        .optional("receipt_id", .text(32)),
        .required(
            "goods_detail",
            .array([
                .optional("goods_id", .text(32)),
                .optional("goods_name", .text(256)),
                .required("quantity", .whole(anyWhole)),
                .required("price", .whole(anyWhole)),
            ])),
    ]

    static let payMchKey: [FieldRule] = [.required("pay_platform", .wholeOf([1, 2]))] + bothMerchants + otherMchKey

    /// Of a consume and of the question for one: the published example and one table leave `pay_platform` out.
    static let looseMchKey: [FieldRule] = [.optional("pay_platform", .wholeOf([1, 2]))] + bothMerchants + otherMchKey

    static let everyMchKey: [FieldRule] = [.required("pay_platform", .wholeOf([1, 2]))] + otherMchKey

    private static let bothMerchants: [FieldRule] =
        [.required("out_mch_id", .text(32)), .required("out_sub_mch_id", .text(32))]

    private static let otherMchKey: [FieldRule] = [
        .optional("sub_pay_platform", .wholeOf([100, 200])),
        .required("out_shop_id", .text(32)),
        .optional(
            "wxpay_pay_mch_key_ext",
            .object([.optional("app_id", .text(32)), .optional("sub_app_id", .text(32))])),
        .optional("alipay_pay_mch_key_ext", .object([.optional("user_id", .text(32))])),
    ]

    static let everyClient: [FieldRule] = [
        .optional("staff_id", .text(64)),
        .required("terminal_type", .wholeOf([1, 2, 3, 4, 100])),
        .required("sdk_version", .text(10)),
        .required("spbill_create_ip", .ipv4),
        .optional("sn_code", .text(127)),
        .optional("sub_terminal_type", .whole(anyWhole)),
        .optional("shop_id", .text(64)),
    ]

    private static let orderClient: [FieldRule] =
        [.required("device_id", .text(64)), .required("machine_no", .text(32))] + everyClient

    private static let askingClient: [FieldRule] =
        [.optional("device_id", .text(64)), .optional("machine_no", .text(32))] + everyClient
}

extension FieldTable {
    static let unfreeze: [FieldRule] = [
        .required(
            "unfreeze_content",
            .object([
                .required("out_freeze_no", .text(32)),
                .required("out_unfreeze_no", .text(32)),
                .required("unfreeze_fee", fee),
                .optional("remark", .text(128)),
            ])),
        .required("pay_mch_key", .object(refundMchKey)),
        .required("order_client", .object(movingClient)),
        .required("nonce_str", .nonce(32)),
    ]

    static let depositConsume: [FieldRule] = [
        .required(
            "pay_content",
            .object([
                .required("out_trade_no", .text(32)),
                .required("total_fee", fee),
                .required("fee_type", .textOf(["CNY"])),
                .required("body", .text(128)),
                .required("out_freeze_no", .text(32)),
                .required("is_confirm_unfreeze", .truth),
                .optional("time_expire", .whole(anyWhole)),
                .optional("detail", .embedded(detail)),
                .optional("remark", .text(127)),
                .optional(
                    "wxpay_pay_content_ext",
                    .object([
                        .optional("attach", .text(127)),
                        .optional("goods_tag", .text(32)),
                        .optional("product_id", .text(32)),
                        .optional("limit_pay", .textOf(["no_credit"])),
                    ])),
            ])),
        .required("pay_mch_key", .object(looseMchKey)),
        .required("order_client", .object(movingClient)),
        .required("nonce_str", .nonce(32)),
    ]

    static let queryOrder: [FieldRule] = [
        .required("pay_mch_key", .object(looseMchKey)),
        .required("out_trade_no", .text(32)),
        .optional("trade_type", .wholeOf([1, 2])),
        .required("order_client", .object(movingClient)),
        .required("nonce_str", .nonce(32)),
    ]

    /// The fields that say who gives money back: only the shop is needed of the merchant.
    ///
    /// Every example calls the administrator's field `is_sub_mch_admin`, one old table `is_sub_admin`: one of the two
    /// is wanted.
    private static let refundMchKey: [FieldRule] =
        everyMchKey + [
            .optional("out_mch_id", .text(32)),
            .optional("out_sub_mch_id", .text(32)),
            .optional("is_sub_mch_admin", .truth),
            .optional("is_sub_admin", .truth),
            .optional("authorization_staff_id", .text(64)),
        ]

    private static let movingClient: [FieldRule] =
        [.required("device_id", .text(64)), .optional("machine_no", .text(32))] + everyClient
}
