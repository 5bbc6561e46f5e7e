extension Deposit {
    /// What was consumed of it, as far as this till knows.
    public var consumed: Fen { max(totals?.consumed ?? .zero, consumedHere) }

    /// What this till's own consumes come to.
    var consumedHere: Fen { sum(of: \.consumedFee) }

    /// What was released of it by hand or by itself, as far as this till knows.
    public var released: Fen { Fen(fee.value - consumed.value - left.value) }

    /// What is still held, as far as this till knows; zero while it is not frozen.
    public var left: Fen {
        guard outcome == .frozen else { return .zero }
        // Each of these is an upper bound, and what is left never grows.
        var bounds = [totals?.left ?? fee, Fen(fee.value - sum(of: \.spentFee).value)]
        for followUp in followUps where followUp.outcome == .done {
            if let before = followUp.totalsBefore { bounds.append(Fen(before.left.value - followUp.fee.value)) }
        }
        return max(.zero, bounds.min() ?? .zero)
    }

    /// What would be left after this one.
    func left(after kind: FollowUp.Kind, of fee: Fen) -> Fen {
        switch kind {
        case .consume(keepsRest: false): .zero
        case .consume(keepsRest: true), .release: max(.zero, Fen(left.value - fee.value))
        }
    }

    /// Whether the deposit holds enough for another one of this amount to be believed: consumed and released never
    /// exceed what was frozen.
    func covers(_ followUp: FollowUp) -> Bool {
        let spent = sum { $0.number == followUp.number ? .zero : $0.spentFee }
        return followUp.fee.value <= fee.value - spent.value
    }

    /// Whether no other consume of it is without an outcome, or was begun after this one.
    func isOnlyConsume(_ number: OrderNumber) -> Bool {
        guard let place = followUps.firstIndex(where: { $0.number == number }) else { return false }
        return followUps.enumerated().allSatisfy { index, other in
            switch other.kind {
            case .release: true
            case .consume: index == place || (index < place && other.outcome.isSettled)
            }
        }
    }

    private func sum(of amount: (FollowUp) -> Fen) -> Fen {
        Fen(followUps.map { amount($0).value }.reduce(0, +))
    }
}

extension FollowUp {
    /// What a consume that was done released of the rest (`manual_unfreeze_fee`): as its answer told it, else reckoned
    /// from what was left before; nil where neither is known.
    public var restReleased: Fen? {
        guard outcome == .done else { return nil }
        switch kind {
        case .release: return nil
        case .consume(keepsRest: true): return restTold ?? .zero
        case .consume(keepsRest: false):
            return restTold ?? totalsBefore.map { max(.zero, Fen($0.left.value - fee.value)) }
        }
    }

    /// What it surely took from the deposit.
    fileprivate var spentFee: Fen { outcome == .done ? fee : .zero }

    fileprivate var consumedFee: Fen {
        switch kind {
        case .release: .zero
        case .consume: spentFee
        }
    }
}
