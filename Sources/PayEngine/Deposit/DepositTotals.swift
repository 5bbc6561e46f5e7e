/// What became of a deposit's money, in fen, as a gateway adds it up. Never more than was frozen.
public struct DepositTotals: Equatable, Sendable {
    public let frozen: Fen
    /// `total_consume_fee`
    public let consumed: Fen
    /// `total_manual_unfreeze_fee`
    public let releasedByHand: Fen
    /// `total_auto_unfreeze_fee`
    public let releasedByItself: Fen
    /// What is still held.
    public let left: Fen

    /// A deposit of which nothing was spent yet.
    init(untouched frozen: Fen) {
        self.frozen = frozen
        consumed = .zero
        releasedByHand = .zero
        releasedByItself = .zero
        left = frozen
    }

    /// Released in either way.
    public var released: Fen { Fen(frozen.value - consumed.value - left.value) }

    /// Nil when an amount is negative, or when more went out than was frozen.
    public init?(frozen: Fen, consumed: Fen, releasedByHand: Fen, releasedByItself: Fen) {
        let parts = [consumed, releasedByHand, releasedByItself]
        guard frozen >= .zero, parts.allSatisfy({ $0 >= .zero }),
            let spent = parts.reduce(Fen.zero as Fen?, { $0?.adding($1) }), spent <= frozen
        else { return nil }
        self.frozen = frozen
        self.consumed = consumed
        self.releasedByHand = releasedByHand
        self.releasedByItself = releasedByItself
        left = Fen(frozen.value - spent.value)
    }
}
