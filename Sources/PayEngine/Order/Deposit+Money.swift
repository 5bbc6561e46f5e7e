extension Deposit {
    /// What was consumed of it, as far as this till knows.
    public var consumed: Fen { max(totals?.consumed ?? .zero, consumedHere) }

    /// What this till's own consumes come to.
    var consumedHere: Fen { sum(of: \.consumedFee) }

    /// What was released of it by hand or by itself, as far as this till knows.
    public var released: Fen { Fen(fee.value - consumed.value - left.value) }

    /// What is still held, as far as this till knows; zero while it is not frozen.
    public var left: Fen {
        guard outcome == .done else { return .zero }
        // Each of these is an upper bound, and what is left never grows.
        var bounds = [totals?.left ?? fee, Fen(fee.value - sum(of: \.spentFee).value)]
        for order in laterOrders where order.status.outcome == .done {
            if let before = order.totalsBefore { bounds.append(Fen(before.left.value - order.fee.value)) }
        }
        return max(.zero, bounds.min() ?? .zero)
    }

    /// Returns what would be left after this order had this outcome; nil for the freeze itself.
    func left(after order: Order, _ outcome: Outcome) -> Fen? {
        switch order.kind {
        case .freeze: nil
        case .release, .consume(keepsRest: true):
            outcome == .done ? max(.zero, Fen(left.value - order.fee.value)) : left
        case .consume(keepsRest: false): outcome == .done ? .zero : left
        }
    }

    /// Whether the deposit holds enough for this order of it to be believed: consumed and released never exceed what
    /// was frozen.
    func covers(_ order: Order) -> Bool {
        switch order.kind {
        case .freeze: return true
        case .release, .consume:
            let spent = sum { $0.number == order.number ? .zero : $0.spentFee }
            return order.fee.value <= fee.value - spent.value
        }
    }

    /// Whether no other consume of it is without an outcome, or was begun after this one.
    func isOnlyConsume(_ number: OrderNumber) -> Bool {
        guard let place = laterOrders.firstIndex(where: { $0.number == number }) else { return false }
        return laterOrders.enumerated().allSatisfy { index, other in
            switch other.kind {
            case .freeze, .release: true
            case .consume: index == place || (index < place && other.status.outcome.isSettled)
            }
        }
    }

    private func sum(of amount: (Order) -> Fen) -> Fen {
        Fen(laterOrders.map { amount($0).value }.reduce(0, +))
    }
}
