import PayEngine

/// What became of a deposit's money, as far as this till's journal knows.
struct DepositMoney: Equatable {
    var consumed: Fen
    var released: Fen
    var left: Fen
}

extension Deposit {
    /// Nil where the journal can't tell: nothing was frozen, or all of it went elsewhere and nobody said how.
    var knownMoney: DepositMoney? {
        let isTold = totals?.left == .zero || laterOrders.contains { $0.outcome == .done }
        guard outcome == .done || (outcome == .over && isTold) else { return nil }
        return DepositMoney(consumed: consumed, released: released, left: left)
    }
}
