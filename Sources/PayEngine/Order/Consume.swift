/// One consume of a deposit as the gateway tells it (`order_content`).
///
/// Texts are cleaned.
public struct Consume: Equatable, Sendable {
    /// `out_trade_no` on the wire.
    public var number: String
    /// `total_fee` on the wire.
    public var fee: Fen?
    /// `current_trade_state` of the platform's ext.
    public var tradeState: Int?
    /// `transaction_id`: the number that the customer's phone shows.
    public var transactionID: String?
    /// `out_freeze_no` on the wire.
    public var freezeNumber: String?
    /// `refunded_fee`, which an answer to a query never has.
    public var refunded: Fen?
    /// `manual_unfreeze_fee`: the rest of the deposit, which it released.
    public var restReleased: Fen?
    /// `create_time`; nil where absent or 0.
    public var createTime: Timestamp?
    /// `last_update_time`; nil where absent or 0.
    public var lastUpdateTime: Timestamp?
    /// `time_end` on the wire.
    public var endTime: Timestamp?
    /// `remark`.
    public var remark: String?
    /// The deposit's sums, asked for where the consume's own state leaves open what happened.
    var depositSums: DepositSums?

    /// Makes a consume of which nothing but the number is known.
    public init(number: String) {
        self.number = number
    }
}
