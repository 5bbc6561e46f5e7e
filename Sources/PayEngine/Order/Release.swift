/// One release of a deposit as the gateway tells it (`unfreeze_order_content`, and its `order_client`).
///
/// Texts are cleaned.
public struct Release: Equatable, Sendable {
    /// What became of a release.
    public enum Outcome: String, Sendable, CaseIterable {
        case released, refused, unknown
        /// The platform knows no such release.
        case notThere = "not_there"
    }

    /// `out_unfreeze_no` on the wire.
    public var number: String
    /// `unfreeze_fee` on the wire.
    public var fee: Fen?
    /// What became of it.
    public var outcome: Outcome
    /// `current_trade_state` of the platform's ext.
    public var tradeState: Int?
    /// `is_transforming`: the gateway is still working on it.
    var isTransforming = false
    /// `unfreeze_id` on the wire.
    public var releaseID: String?
    /// `create_time`; nil where absent or 0.
    public var createTime: Timestamp?
    /// `last_update_time`; nil where absent or 0.
    public var lastUpdateTime: Timestamp?
    /// `time_end`; nil where absent or 0.
    public var endTime: Timestamp?
    /// `credit_amount`: what of it went back to credit (Alipay).
    public var creditAmount: Fen?
    /// `fund_amount`: what of it went back to the balance (Alipay).
    public var fundAmount: Fen?
    /// `remark`.
    public var remark: String?
    /// `order_client.device_id` on the wire.
    public var deviceID: String?
    /// `order_client.staff_id` on the wire.
    public var staffID: String?

    /// Makes a release of which only the number and the outcome are known.
    public init(number: String, outcome: Outcome) {
        self.number = number
        self.outcome = outcome
    }
}
