/// What the gateway says of one freeze order (`freeze_order_content`), checked to be the one that was asked about.
/// Texts are cleaned of characters that could move the cursor or reorder a line.
public struct FreezeOrder: Equatable, Sendable {
    /// `out_freeze_no`
    public var number: String
    /// `freeze_id`: the number that the customer's phone shows.
    public var freezeID: String?
    /// `freeze_fee`
    public var fee: Fen?
    /// `pay_mch_key.pay_platform`, or the one whose ext the answer had.
    public var platform: PayPlatform
    /// `current_trade_state` of the platform's ext.
    public var tradeState: Int?
    /// `trade_state_desc`
    public var tradeStateText: String?
    /// `is_transforming`
    public var isTransforming: Bool
    /// `author_code`, masked.
    public var maskedCode: String?
    /// `author_code` whole, to compare with the scanned one.
    package var authorCode: AuthorCode?
    /// `create_time`, `last_update_time`, `time_end`: nil where absent or 0.
    public var createTime: Timestamp?
    public var lastUpdateTime: Timestamp?
    public var endTime: Timestamp?
    public var body: String?
    public var remark: String?
    /// `total_consume_fee`
    public var consumed: Fen?
    /// `total_manual_unfreeze_fee`
    public var releasedByHand: Fen?
    /// `total_auto_unfreeze_fee`
    public var releasedByItself: Fen?
    /// `total_refund_fee`: what was refunded of consumes. Never part of what is left.
    public var refunded: Fen?
    /// `cash_fee` and `settlement_total_fee`
    public var cashFee: Fen?
    public var settlementFee: Fen?
    /// `bank_type`: how it was paid (WeChat Pay).
    public var bankType: String?
    /// `order_client.device_id` and `staff_id`: who took it.
    public var deviceID: String?
    public var staffID: String?

    public init(number: String, platform: PayPlatform, isTransforming: Bool = false) {
        self.number = number
        self.platform = platform
        self.isTransforming = isTransforming
    }
}
