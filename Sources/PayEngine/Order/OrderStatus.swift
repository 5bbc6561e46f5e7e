/// What became of an order, as this till's journal knows it.
public struct OrderStatus: Equatable, Sendable {
    /// A supervisor's word that an open question is not asked about any more.
    ///
    /// A later answer still settles the order.
    public struct Closing: Equatable, Sendable {
        /// Who closed it; nil where no staff is configured.
        public var staffID: String?
        /// Why, in the supervisor's words.
        public var reason: String
        /// When it was closed.
        public var time: Timestamp

        /// Makes a closing.
        public init(staffID: String?, reason: String, time: Timestamp) {
            self.staffID = staffID
            self.reason = reason
            self.time = time
        }
    }

    /// When and in which boot an order was last sent, on the clock that is never set.
    struct Sending: Equatable {
        var uptime: Duration
        var boot: String
    }

    /// What became of the order.
    public internal(set) var outcome = Outcome.unknown
    /// Why it has that outcome.
    public internal(set) var reason = Reason.inProgress
    /// The gateway that got the first byte, or the first to be tried.
    public internal(set) var base: String
    /// When the outcome last changed.
    public internal(set) var changeTime: Timestamp
    /// `freeze_id` of a freeze or `transaction_id` of a consume, once an answer had it.
    public internal(set) var platformNumber: String?
    /// `manual_unfreeze_fee` of the answer that told the outcome of a consume.
    var restTold: Fen?
    /// What the gateway said of the call that told the outcome.
    public internal(set) var verdict: GatewayVerdict?
    /// `current_trade_state` with which it told it.
    public internal(set) var tradeState: Int?
    /// `log_id` of that answer.
    public internal(set) var logID: UInt32?
    /// A supervisor's word that it is not queried any more; nil: there is none.
    public internal(set) var closing: Closing?
    /// It was refused, not sent or closed by hand, and later turned out to be done: the customer may have left.
    public internal(set) var isLateSuccess = false
    /// First 16 hex digits of `h` of the line that settled it.
    public internal(set) var record: String?

    /// The gateway said that this number was used before: two tills may have made it, and only an answer that proves
    /// to be about our order counts.
    var isContested = false
    /// The same bytes were sent once more: from then on a freeze's number “used before” is our own.
    var wasSentAgain = false
    /// It was refused or not sent once, the clerk was told so, and it was seen again after all.
    var wasGivenUp = false
    /// It is over by this till's own sums, which the gateway has not confirmed yet.
    var isOverBySums = false
    var sending: Sending?

    /// Makes the status of an order of which only the intent is known.
    init(base: String, time: Timestamp) {
        self.base = base
        changeTime = time
    }

    /// Whether nothing more is expected to happen by itself.
    public var isSettled: Bool { outcome.isSettled }

    /// Whether somebody still has to find out what became of the money.
    public var isOpen: Bool { !outcome.isSettled && closing == nil }

    /// What the clerk was told before a late success: nobody knew, and it was closed by hand as that.
    public var wasClosedAsUnknown: Bool { closing != nil && !wasGivenUp }

}

/// What orders of the journal can be chosen by: their outcomes, and whether somebody still has to find one out.
public enum OrderState: String, Sendable, CaseIterable {
    /// ``Outcome/done``
    case frozen
    /// ``Outcome/waiting``
    case waiting
    /// ``Outcome/refused``
    case refused
    /// ``Outcome/unknown``
    case unknown
    /// ``Outcome/notSent``
    case notSent = "not_sent"
    /// ``Outcome/over``
    case over
    /// Waiting or unknown, and not closed by hand; or a release or a consume of it is.
    case open
    /// Closed by hand, and not settled since.
    case closed

    /// Whether an order with this outcome is in this state; one that is open or closed has an outcome besides.
    func holds(_ outcome: Outcome, isClosed: Bool) -> Bool {
        switch self {
        case .frozen: outcome == .done
        case .waiting: outcome == .waiting
        case .refused: outcome == .refused
        case .unknown: outcome == .unknown
        case .notSent: outcome == .notSent
        case .over: outcome == .over
        case .open: !outcome.isSettled && !isClosed
        case .closed: !outcome.isSettled && isClosed
        }
    }
}
