/// What can happen to an order; each is one line of the journal, durable before it has any effect.
struct OrderEvent: Equatable, Sendable {
    enum Step: Equatable, Sendable {
        /// `.intent`: the number is made; nothing was sent yet.
        case intended(Order.Intent)
        /// `.again`: the same bytes are about to be sent once more.
        case sendingAgain(base: String)
        /// `.unknown`, `.refused`, `.not_sent`, …; with what is left of the deposit after a release or a consume.
        case reported(OutcomeReport, left: Fen? = nil)
    }

    var kind: Order.Kind
    /// Nil for the freeze, whose number is the deposit's.
    var number: OrderNumber?
    /// Nil for the freeze, whose amount only its intent tells.
    var fee: Fen?
    var step: Step

    static func freeze(_ step: Step) -> OrderEvent { OrderEvent(kind: .freeze, step: step) }

    /// It begins an order, so that others must follow.
    var isIntent: Bool {
        switch step {
        case .intended: true
        case .sendingAgain, .reported: false
        }
    }

    /// The outcome that it tells.
    var report: OutcomeReport? {
        switch step {
        case .reported(let report, _): report
        case .intended, .sendingAgain: nil
        }
    }

    /// The same outcome without what others named and said; nil for an event that is no outcome.
    var withoutWords: OrderEvent? {
        guard case .reported(let report, let left) = step else { return nil }
        var event = self
        event.step = .reported(report.withoutWords, left: left)
        return event
    }

    /// The journal's name of the event (`e`).
    var name: String {
        switch step {
        case .intended: "\(kind.word).intent"
        case .sendingAgain: "\(kind.word).again"
        case .reported(let report, _): "\(kind.word).\(kind.name(of: report.outcome))"
        }
    }
}

extension Order {
    /// Returns the event that this happened to the order.
    func event(_ step: OrderEvent.Step) -> OrderEvent {
        switch kind {
        case .freeze: .freeze(step)
        case .release, .consume: OrderEvent(kind: kind, number: number, fee: fee, step: step)
        }
    }
}

/// What can happen to a deposit; each is one line of the journal, durable before it has any effect.
enum DepositEvent: Equatable, Sendable {
    /// `freeze.…`, `unfreeze.…` and `consume.…`
    case order(OrderEvent)
    /// `closed`: the freeze, or the release or consume of this number.
    case closed(staffID: String?, reason: String, order: OrderNumber?, approval: ApprovalBasis? = nil)

    static func freeze(_ step: OrderEvent.Step) -> DepositEvent { .order(.freeze(step)) }

    /// It begins an order, so that others must follow.
    var isIntent: Bool {
        switch self {
        case .order(let event): event.isIntent
        case .closed: false
        }
    }

    /// What happened to one of its orders; nil for a closing.
    var orderEvent: OrderEvent? {
        switch self {
        case .order(let event): event
        case .closed: nil
        }
    }

    /// The same outcome without what others named and said; nil for an event that is no outcome.
    var withoutWords: DepositEvent? {
        switch self {
        case .order(let event): event.withoutWords.map(DepositEvent.order)
        case .closed: nil
        }
    }

    /// The journal's name of the event (`e`).
    var name: String {
        switch self {
        case .order(let event): event.name
        case .closed: "closed"
        }
    }
}
