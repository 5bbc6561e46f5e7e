/// A deposit that the gateway has just said to be frozen.
struct HeldDeposit: Equatable, Sendable {
    let number: OrderNumber
    let platform: PayPlatform
    let frozen: Fen
    /// Not this till's.
    let isFromElsewhere: Bool
    /// Nil where the gateway did not tell them.
    let totals: DepositTotals?
    /// What may be released or consumed.
    let left: Fen
    /// `time_end`: when the platform froze it, by its own clock.
    let endTime: Timestamp?
}
