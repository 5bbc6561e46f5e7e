/// What an answer shows of an order of one kind, and what that means for the order.
protocol GatewayOrder: Equatable, Sendable {
    /// The order's amount, where it was told.
    var fee: Fen? { get }
    /// `current_trade_state` of the platform's ext. Where one is shown even a refusal proves nothing.
    var tradeState: Int? { get }
    /// `out_freeze_no` or the number of its own.
    var number: String { get }
    /// The platform's own number for it, which the customer's phone shows.
    var platformNumber: String? { get }
    /// `create_time`
    var createTime: Timestamp? { get }
    /// `time_end`
    var endTime: Timestamp? { get }
    /// What the gateway adds up for a freeze.
    var totals: DepositTotals? { get }
    /// `manual_unfreeze_fee` of a consume.
    var restReleased: Fen? { get }
    /// The table of states, for an accepted call.
    func meaning(_ asked: ExpectedOrder) -> Meaning
    /// Whether it proves to be the order that this till made, where two tills may have made its number.
    ///
    /// `isScannedCode` says whether a code is the one that was scanned here.
    func isOurs(_ asked: ExpectedOrder, isScannedCode: (AuthorCode) -> Bool) -> Bool
}

extension GatewayOrder {
    var platformNumber: String? { nil }
    var totals: DepositTotals? { nil }
    var restReleased: Fen? { nil }
}
