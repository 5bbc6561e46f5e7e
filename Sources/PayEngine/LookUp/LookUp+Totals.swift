extension LookUp {
    /// What was frozen, consumed, released, and is left, in fen; nil where nothing reliable is known.
    public struct Totals: Equatable, Sendable {
        /// What was frozen.
        public var frozen: Fen
        /// What was charged.
        public var consumed: Fen
        /// What was given back, by whomever.
        public var released: Fen
        /// What the platform released by itself, as a part of ``released``.
        public var releasedByItself = Fen.zero
        /// What is still held.
        public var left: Fen

        /// What somebody gave back.
        public var releasedByHand: Fen { released.subtracting(releasedByItself) ?? .zero }
    }

    /// The totals the gateway's answer adds up to; nil without one, or when its figures contradict each other.
    public var totals: Totals? {
        guard let order, let frozen = order.fee, let outcome, outcome == .done || outcome == .over else { return nil }
        let consumed = order.consumed ?? .zero
        let given = releases.filter { $0.outcome == .released }.map(\.fee)
        guard isReleasedKnown(order), !given.contains(nil),
            let byTotals = Self.sum([order.releasedByHand ?? .zero, order.releasedByItself ?? .zero]),
            let byHistory = Self.sum(given.compactMap { $0 }), consumed >= .zero
        else { return nil }
        var released = max(byTotals, byHistory)
        if outcome == .over { released = max(released, frozen.subtracting(consumed) ?? .zero) }
        guard let used = consumed.adding(released), let left = frozen.subtracting(used), left >= .zero else {
            return nil
        }
        return Totals(
            frozen: frozen, consumed: consumed, released: released, releasedByItself: order.releasedByItself ?? .zero,
            left: left)
    }

    /// Whether the order's own figures or the history say what was released: without them all would seem to be left.
    private func isReleasedKnown(_ order: FreezeOrder) -> Bool {
        if order.releasedByHand != nil || order.releasedByItself != nil || outcome == .over { return true }
        switch releasesProblem {
        case nil: return !isNarrowed
        case .refused, .notThere, .notShown: return true
        case .gatewayDown, .unknown, .platformNeeded, .noNumber: return false
        }
    }

    /// Nil when an amount is negative or the sum does not fit: then too much would seem to be left.
    private static func sum(_ amounts: [Fen]) -> Fen? {
        amounts.reduce(Fen.zero as Fen?) { sum, amount in amount < .zero ? nil : sum?.adding(amount) }
    }
}
