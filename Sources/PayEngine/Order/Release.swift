/// One release of a deposit as the gateway tells it (`unfreeze_order_content`, and its `order_client`). Texts are
/// cleaned.
public struct Release: Equatable, Sendable {
    /// What became of a release.
    public enum Outcome: String, Sendable, CaseIterable {
        case released, refused, unknown
        /// The platform knows no such release.
        case notThere = "not_there"
    }

    /// `out_unfreeze_no`
    public var number: String
    /// `unfreeze_fee`
    public var fee: Fen?
    public var outcome: Outcome
    /// `current_trade_state` of the platform's ext.
    public var tradeState: Int?
    /// `is_transforming`: the gateway is still working on it.
    var isTransforming = false
    /// `unfreeze_id`
    public var releaseID: String?
    /// `create_time`, `last_update_time`, `time_end`: nil where absent or 0.
    public var createTime: Timestamp?
    public var lastUpdateTime: Timestamp?
    public var endTime: Timestamp?
    /// `credit_amount` and `fund_amount`: what of it went back to credit and to the balance (Alipay).
    public var creditAmount: Fen?
    public var fundAmount: Fen?
    public var remark: String?
    /// `order_client.device_id`
    public var deviceID: String?
    /// `order_client.staff_id`
    public var staffID: String?

    public init(number: String, outcome: Outcome) {
        self.number = number
        self.outcome = outcome
    }
}
