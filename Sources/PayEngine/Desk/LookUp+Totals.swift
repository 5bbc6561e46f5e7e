extension LookUp {
    /// What was frozen, consumed, released, and is left, in fen. Nil where nothing reliable is known.
    public struct Totals: Equatable, Sendable {
        public var frozen: Fen
        public var consumed: Fen
        public var released: Fen
        public var left: Fen
    }

    /// The totals the gateway's answer adds up to; nil without one, or when its figures contradict each other.
    public var totals: Totals? {
        guard let order, let frozen = order.fee, let outcome, outcome == .frozen || outcome == .over else { return nil }
        let consumed = order.consumed ?? .zero
        let byTotals = (order.releasedByHand ?? .zero).adding(order.releasedByItself ?? .zero) ?? .zero
        let byHistory = releases.filter { $0.outcome == .released }
            .reduce(Fen.zero) { $0.adding($1.fee ?? .zero) ?? $0 }
        var released = max(byTotals, byHistory)
        if outcome == .over { released = max(released, frozen.subtracting(consumed) ?? .zero) }
        guard let used = consumed.adding(released), let left = frozen.subtracting(used), left >= .zero else {
            return nil
        }
        return Totals(frozen: frozen, consumed: consumed, released: released, left: left)
    }
}
