import PayEngine

/// A release or a consume that this run of the till sent, and what became of it so far.
struct FollowUpRun: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        /// The gateway is asked what is left; nothing was sent yet.
        case preparing
        /// The platform takes it in so many seconds; nothing was sent yet.
        case heldBack(seconds: Int)
        /// It is in the journal and on its way.
        case underWay(TillOrder)
        case ended(End)
    }

    enum End: Equatable, Sendable {
        case settled(TillOrder)
        case leftOpen(TillOrder)
        case rejected(FollowUpRejection)
        /// The telling broke off. The order, if one was made, is an open question.
        case lost(TillOrder?)
    }

    let id: FollowUpID
    let draft: FollowUpDraft
    /// Uptime in milliseconds.
    let sentTime: Int64
    private(set) var stage = Stage.preparing

    init(id: FollowUpID, draft: FollowUpDraft, sentTime: Int64) {
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

    var order: TillOrder? {
        switch stage {
        case .underWay(let order): order
        case .ended(let end): end.order
        case .preparing, .heldBack: nil
        }
    }

    /// Nothing follows an end.
    mutating func advance(_ progress: FollowUpProgress) {
        guard !isOver else { return }
        switch progress {
        case .heldBack(let seconds): stage = .heldBack(seconds: seconds)
        case .started(let order), .changed(let order): stage = .underWay(order)
        case .settled(let order): stage = .ended(.settled(order))
        case .leftOpen(let order): stage = .ended(.leftOpen(order))
        case .rejected(let rejection): stage = .ended(.rejected(rejection))
        }
    }

    mutating func breakOff() {
        guard !isOver else { return }
        stage = .ended(.lost(order))
    }
}

extension FollowUpRun.End {
    var order: TillOrder? {
        switch self {
        case .settled(let order), .leftOpen(let order): order
        case .lost(let order): order
        case .rejected: nil
        }
    }
}
