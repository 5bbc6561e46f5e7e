/// What an answer shows of an order of one kind, and what that means for the order.
protocol AskedOrder: Equatable, Sendable {
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
    /// The table of states, for an accepted call.
    func meaning(_ asked: Asked) -> Meaning
}

extension AskedOrder {
    var platformNumber: String? { nil }
}
