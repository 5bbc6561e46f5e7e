import PayEngine

/// A release or a consume that this run of the till sent, and what became of it so far.
struct OrderAttempt: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        /// The gateway is asked what is left; nothing was sent yet.
        case preparing
        /// The platform takes it in that many seconds; nothing was sent yet.
        case heldBack(seconds: Int)
        /// It is in the journal and on its way.
        case underWay(DepositOrder)
        case ended(End)
    }

    enum End: Equatable, Sendable {
        case settled(DepositOrder)
        case leftOpen(DepositOrder)
        case rejected(OrderRejection)
        /// The telling broke off. The order, if one was made, is an open question.
        case lost(DepositOrder?)
    }

    let id: AttemptID
    let draft: OrderDraft
    /// Uptime in milliseconds.
    let sentTime: Int64
    private(set) var stage = Stage.preparing

    init(id: AttemptID, draft: OrderDraft, sentTime: Int64) {
        self.id = id
        self.draft = draft
        self.sentTime = sentTime
    }

    var isOver: Bool {
        switch stage {
        case .preparing, .heldBack, .underWay: false
        case .ended: true
        }
    }

    var order: DepositOrder? {
        switch stage {
        case .underWay(let order): order
        case .ended(let end): end.order
        case .preparing, .heldBack: nil
        }
    }

    /// Nothing follows an end.
    mutating func advance(_ progress: OrderProgress) {
        guard !isOver else { return }
        switch progress {
        case .heldBack(let seconds): stage = .heldBack(seconds: seconds)
        case .started(let order), .changed(let order), .offered(let order, _, _): stage = .underWay(order)
        case .settled(let order): stage = .ended(.settled(order))
        case .leftOpen(let order): stage = .ended(.leftOpen(order))
        case .rejected(let rejection): stage = .ended(.rejected(rejection))
        // A code is scanned for a freeze only.
        case .seenBefore: break
        }
    }

    mutating func breakOff() {
        guard !isOver else { return }
        stage = .ended(.lost(order))
    }
}

extension OrderAttempt.End {
    var order: DepositOrder? {
        switch self {
        case .settled(let order), .leftOpen(let order): order
        case .lost(let order): order
        case .rejected: nil
        }
    }
}

/// Names one release or consume within this run of the till, before it has a number.
struct AttemptID: Hashable, Sendable {
    let value: Int
}
