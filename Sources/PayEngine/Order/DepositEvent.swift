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

    /// The outcome of the freeze that it tells.
    var freezeReport: OutcomeReport? {
        guard case .order(let event) = self, event.kind == .freeze else { return nil }
        return event.report
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
