/// One consume of a deposit as the gateway tells it (`order_content`). Texts are cleaned.
public struct Consume: Equatable, Sendable {
    /// `out_trade_no`
    public var number: String
    /// `total_fee`
    public var fee: Fen?
    /// `current_trade_state` of the platform's ext.
    public var tradeState: Int?
    /// `transaction_id`: the number that the customer's phone shows.
    public var transactionID: String?
    /// `out_freeze_no`
    public var freezeNumber: String?
    /// `refunded_fee`
    public var refunded: Fen?
    /// `manual_unfreeze_fee`: what was released of the rest.
    public var restReleased: Fen?
    public var createTime: Timestamp?
    public var lastUpdateTime: Timestamp?
    public var remark: String?
    /// `total_consume_fee` of the deposit, asked for where the consume's own state leaves open what happened.
    var depositConsumed: Fen?

    public init(number: String) {
        self.number = number
    }
}
