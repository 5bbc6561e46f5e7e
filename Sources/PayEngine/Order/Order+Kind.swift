/// What differs by the kind of an order in words and in what can become of it. One table each.
extension Order.Kind {
    /// What the journal's events begin with.
    var word: String {
        switch self {
        case .freeze: "freeze"
        case .release: "unfreeze"
        case .consume: "consume"
        }
    }

    /// What can become of it.
    package var outcomes: [Outcome] {
        switch self {
        case .freeze: Outcome.allCases
        // Nobody waits for a customer, and what is done stays so.
        case .release, .consume: [.done, .refused, .unknown, .notSent]
        }
    }

    /// Returns the outcome as the journal and JSON name it.
    package func name(of outcome: Outcome) -> String {
        switch (self, outcome) {
        case (.freeze, .done): "frozen"
        case (.release, .done): "released"
        case (.consume, .done): "consumed"
        case (_, .waiting): "waiting"
        case (_, .refused): "refused"
        case (_, .unknown): "unknown"
        case (_, .notSent): "not_sent"
        case (_, .over): "over"
        }
    }

    /// Returns the outcome of that name; nil for any other.
    func outcome(named name: String) -> Outcome? {
        outcomes.first { self.name(of: $0) == name }
    }

    /// Why it is done.
    var doneReason: Reason {
        switch self {
        case .freeze: .held
        case .release, .consume: .carriedOut
        }
    }

    /// Whether the gateway's “number used before” leaves open whose order the number shows.
    func isContested(afterSendingAgain wasSentAgain: Bool) -> Bool {
        switch self {
        case .freeze: !wasSentAgain
        case .release, .consume: true
        }
    }
}

extension Order {
    /// The outcome as the journal and JSON name it.
    public var outcomeName: String { kind.name(of: status.outcome) }

    /// What a consume that was done released of the rest (`manual_unfreeze_fee`): as its answer told it, else reckoned
    /// from what was left before; nil where neither is known, and for any other order.
    public var restReleased: Fen? {
        guard status.outcome == .done else { return nil }
        switch kind {
        case .freeze, .release: return nil
        case .consume(keepsRest: true): return status.restTold ?? .zero
        case .consume(keepsRest: false):
            return status.restTold ?? totalsBefore.map { max(.zero, Fen($0.left.value - fee.value)) }
        }
    }

    /// What it surely took from the deposit.
    var spentFee: Fen {
        switch kind {
        case .freeze: .zero
        case .release, .consume: status.outcome == .done ? fee : .zero
        }
    }

    /// What of that was kept as a sale.
    var consumedFee: Fen {
        switch kind {
        case .freeze, .release: .zero
        case .consume: spentFee
        }
    }
}
