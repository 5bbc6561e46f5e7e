/// Everything known of one order: what this till's journal says and what the gateway says.
public struct LookUp: Equatable, Sendable {
    /// One line of the local story.
    public struct Line: Equatable, Sendable {
        /// `t` of the journal's line.
        public var time: Timestamp
        /// The journal's event: `freeze.intent`, `freeze.frozen` and so on.
        public var event: String
        /// The outcome that the line tells; nil where it tells none.
        public var outcome: Outcome?
        /// Why it has that outcome.
        public var reason: Reason?
        /// The release or consume that it is about; nil: the freeze.
        public var order: OrderNumber?
        /// The amount of ``order``.
        public var fee: Fen?
        /// Who closed it by hand, and why.
        public var closing: OrderStatus.Closing?

        /// Makes a line of the story.
        public init(time: Timestamp, event: String, outcome: Outcome? = nil, reason: Reason? = nil) {
            self.time = time
            self.event = event
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// Where ``outcome`` comes from.
    public enum Source: String, Sendable {
        case gateway, journal
    }

    /// Why the gateway's side is missing or incomplete.
    public enum Problem: Equatable, Sendable {
        /// No gateway could be reached; nothing was sent.
        case gatewayDown(String)
        /// It refused to tell; its description says why.
        case refused(GatewayVerdict)
        /// It knows no such order, and neither does this till.
        case notThere
        /// It does not show an order that this till made. One whose outcome is open stays open.
        case notShown(isOpen: Bool)
        /// This till has no such order, and no gateway was asked: it can be no deposit's number.
        case noNumber
        /// No valid answer came.
        case unknown(Reason)
        /// The order is not this till's, and which platform to ask was not said.
        case platformNeeded
    }

    /// As it was asked for.
    public var number: String
    /// Where ``outcome`` comes from.
    public var source: Source
    /// What became of the order: the gateway's answer, or what the journal knows.
    public var outcome: Outcome?
    /// The deposit in this till's journal; nil where it has none.
    public var local: Deposit?
    /// The journal's lines about it, oldest first.
    public var story: [Line]
    /// Why the journal may hold more of it than ``local`` and ``story`` tell.
    public var doubt: JournalDoubt?
    /// The freeze as the gateway tells it.
    public var order: FreezeOrder?
    /// Its releases as the gateway tells them.
    public var releases: [Release]
    /// This till's consumes of the deposit, as the gateway tells them.
    public var consumes: [Consume] = []
    /// What the gateway says of the order, whatever the journal holds.
    public var gatewayOutcome: Outcome?
    /// Why the gateway's outcome is what it is.
    public var gatewayReason: Reason?
    /// Only one release was asked for, so that ``releases`` is not the whole history.
    public var isNarrowed = false
    /// Why ``order`` is missing.
    public var orderProblem: Problem?
    /// Why ``releases`` is missing.
    public var releasesProblem: Problem?
    /// `status` and its company of the gateway's answer about the order.
    public var verdict: GatewayVerdict?
    /// `log_id` of that answer.
    public var logID: UInt32?
    /// The base that answered.
    public var base: String?

    /// Whether it is frozen although the clerk was told otherwise, as the journal has it or the gateway tells it now.
    public var isLateSuccess: Bool {
        guard let local, !local.isLateSuccess, let gatewayOutcome, outcome == gatewayOutcome else {
            return local?.isLateSuccess ?? false
        }
        return local.transition(to: OutcomeReport(gatewayOutcome, .held)) == .lateSuccess
    }

    /// Makes a look-up that has found nothing yet.
    public init(number: String, source: Source) {
        self.number = number
        self.source = source
        story = []
        releases = []
    }
}
