/// What the gateway says of one freeze order (`freeze_order_content`), checked to be the one that was asked about.
///
/// Texts are cleaned of characters that could move the cursor or reorder a line.
public struct FreezeOrder: Equatable, Sendable {
    /// `out_freeze_no` on the wire.
    public var number: String
    /// `freeze_id`: the number that the customer's phone shows.
    public var freezeID: String?
    /// `freeze_fee` on the wire.
    public var fee: Fen?
    /// `pay_mch_key.pay_platform`, or the one whose ext the answer had.
    public var platform: PayPlatform
    /// `current_trade_state` of the platform's ext.
    public var tradeState: Int?
    /// `trade_state_desc` on the wire.
    public var tradeStateText: String?
    /// `is_transforming` on the wire.
    public var isTransforming: Bool
    /// `author_code`, masked.
    public var maskedCode: String?
    /// `author_code` whole, to compare with the scanned one.
    package var authorCode: AuthorCode?
    /// `create_time`; nil where absent or 0.
    public var createTime: Timestamp?
    /// `last_update_time`; nil where absent or 0.
    public var lastUpdateTime: Timestamp?
    /// `time_end`; nil where absent or 0.
    public var endTime: Timestamp?
    /// `body`: what the customer reads.
    public var body: String?
    /// `remark`.
    public var remark: String?
    /// `total_consume_fee` on the wire.
    public var consumed: Fen?
    /// `total_manual_unfreeze_fee` on the wire.
    public var releasedByHand: Fen?
    /// `total_auto_unfreeze_fee` on the wire.
    public var releasedByItself: Fen?
    /// What was refunded of consumes, `total_refund_fee`; never part of what is left.
    public var refunded: Fen?
    /// `cash_fee`: what the customer paid of it in money.
    public var cashFee: Fen?
    /// `settlement_total_fee`: what the merchant gets of it.
    public var settlementFee: Fen?
    /// `bank_type`: how it was paid (WeChat Pay).
    public var bankType: String?
    /// `order_client.device_id`: which till took it.
    public var deviceID: String?
    /// `order_client.staff_id`: who took it.
    public var staffID: String?

    /// Makes an order of which nothing else is known.
    public init(number: String, platform: PayPlatform, isTransforming: Bool = false) {
        self.number = number
        self.platform = platform
        self.isTransforming = isTransforming
    }
}
