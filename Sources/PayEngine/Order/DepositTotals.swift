/// What became of a deposit's money, in fen, as a gateway adds it up.
///
/// Never more than was frozen.
public struct DepositTotals: Equatable, Sendable {
    /// What was frozen.
    public let frozen: Fen
    /// As the gateway told them.
    public let sums: DepositSums
    /// What is still held.
    public let left: Fen

    /// `total_consume_fee` on the wire.
    public var consumed: Fen { sums.consumed ?? .zero }
    /// `total_manual_unfreeze_fee` on the wire.
    public var releasedByHand: Fen { sums.releasedByHand ?? .zero }
    /// `total_auto_unfreeze_fee` on the wire.
    public var releasedByItself: Fen { sums.releasedByItself ?? .zero }

    /// Makes the totals of a deposit of which nothing was spent yet.
    init(untouched frozen: Fen) {
        self.frozen = frozen
        sums = DepositSums(consumed: .zero, releasedByHand: .zero, releasedByItself: .zero)
        left = frozen
    }

    /// Released in either way.
    public var released: Fen { Fen(frozen.value - consumed.value - left.value) }

    /// Makes totals; nil when an amount is negative, or when more went out, or came back of it, than was frozen.
    public init?(frozen: Fen, sums: DepositSums) {
        let parts = [sums.consumed, sums.releasedByHand, sums.releasedByItself].map { $0 ?? .zero }
        guard frozen >= .zero, parts.allSatisfy({ $0 >= .zero }),
            let spent = parts.reduce(Fen.zero as Fen?, { $0?.adding($1) }), spent <= frozen,
            (.zero...frozen).contains(sums.refunded ?? .zero)
        else { return nil }
        self.frozen = frozen
        self.sums = sums
        left = Fen(frozen.value - spent.value)
    }

    /// Makes totals; nil when an amount is negative, or when more went out than was frozen.
    public init?(frozen: Fen, consumed: Fen, releasedByHand: Fen, releasedByItself: Fen) {
        self.init(
            frozen: frozen,
            sums: DepositSums(
                consumed: consumed, releasedByHand: releasedByHand, releasedByItself: releasedByItself))
    }
}

/// The four sums that a gateway tells of a freeze order, in fen, as they were read: what was absent stays absent.
public struct DepositSums: Equatable, Sendable {
    /// `total_consume_fee` on the wire.
    public var consumed: Fen?
    /// `total_manual_unfreeze_fee` on the wire.
    public var releasedByHand: Fen?
    /// `total_auto_unfreeze_fee` on the wire.
    public var releasedByItself: Fen?
    /// What was given back of consumes, `total_refund_fee`; it makes nothing held again.
    public var refunded: Fen?

    /// Makes sums; nil is what the gateway did not tell.
    public init(
        consumed: Fen? = nil, releasedByHand: Fen? = nil, releasedByItself: Fen? = nil, refunded: Fen? = nil
    ) {
        self.consumed = consumed
        self.releasedByHand = releasedByHand
        self.releasedByItself = releasedByItself
        self.refunded = refunded
    }

    /// Whether any of those was told that say what is left.
    var tellsWhatIsLeft: Bool { consumed != nil || releasedByHand != nil || releasedByItself != nil }

    /// Whether all four were told.
    var areComplete: Bool { tellsWhatIsLeft && ![consumed, releasedByHand, releasedByItself, refunded].contains(nil) }

    /// Whether any money moved between the two: an absent sum is like zero.
    func differ(from other: DepositSums) -> Bool {
        func amounts(_ sums: DepositSums) -> [Fen] {
            [sums.consumed, sums.releasedByHand, sums.releasedByItself, sums.refunded].map { $0 ?? .zero }
        }
        return amounts(self) != amounts(other)
    }
}
