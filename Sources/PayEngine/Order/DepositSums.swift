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
