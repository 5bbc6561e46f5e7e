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
