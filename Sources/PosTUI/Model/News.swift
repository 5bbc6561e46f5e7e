import PayEngine

/// Something that happened while the clerk was elsewhere.
///
/// The banner tells it until it is opened.
enum News: Equatable, Sendable {
    case order(DepositOrder)
    /// A freeze that ended and of which no order tells: refused before it was made, the code seen before, or lost.
    case freeze(Freeze, Freeze.End)
    /// Likewise a release or a consume.
    case attempt(OrderAttempt, OrderAttempt.End)

    /// The number of the order that it is about; news of no order are all different.
    var number: OrderNumber? {
        switch self {
        case .order(let order): order.number
        case .freeze, .attempt: nil
        }
    }

    /// Returns the same with what is known of its deposit by now; nil: nothing is left to be told.
    ///
    /// A freeze of which nothing is held any more was seen to since.
    func updated(with deposit: Deposit) -> News? {
        guard case .order(let order) = self, order.deposit.number == deposit.number,
            let own = deposit.order(order.number)
        else { return self }
        if own.kind == .freeze, own.outcome == .over, deposit.laterOrders.contains(where: { $0.outcome == .done }) {
            return nil
        }
        return .order(DepositOrder(deposit, own))
    }

    /// The lower, the sooner somebody has to know of it.
    var weight: Int {
        switch self {
        case .order(let order):
            if order.isLateSuccess { return 0 }
            return switch order.outcome {
            case .refused, .notSent: 1
            case .unknown: 2
            case .over: 3
            case .done, .waiting: 4
            }
        case .freeze, .attempt: return 1
        }
    }

    var kind: Order.Kind {
        switch self {
        case .order(let order): order.kind
        case .freeze: .freeze
        case .attempt(let run, _):
            switch run.draft.purpose {
            case .release: .release
            case .consume: .consume(keepsRest: run.draft.keepsRest)
            }
        }
    }

    var amount: Fen {
        switch self {
        case .order(let order): order.fee
        case .freeze(let freeze, _): freeze.amount
        case .attempt(let run, _): run.draft.amount
        }
    }

    /// When it began.
    func time(at now: Moment) -> Timestamp {
        switch self {
        case .order(let order): order.startTime
        case .freeze(let freeze, _): now.wall(ofUptime: freeze.sentTime)
        case .attempt(let run, _): now.wall(ofUptime: run.sentTime)
        }
    }
}
