/// Everything known of one order: what this till's journal says and what the gateway says.
public struct LookUp: Equatable, Sendable {
    /// One line of the local story.
    public struct Line: Equatable, Sendable {
        public var time: Timestamp
        /// The journal's event: `freeze.intent`, `freeze.frozen`, …
        public var event: String
        public var outcome: Outcome?
        public var reason: Reason?
        /// The release or consume that it is about, and its amount.
        public var order: OrderNumber?
        public var fee: Fen?
        /// Who closed it by hand, and why.
        public var closing: OrderStatus.Closing?

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
    public var source: Source
    public var outcome: Outcome?
    public var local: Deposit?
    public var story: [Line]
    /// Why the journal may hold more of it than ``local`` and ``story`` tell.
    public var doubt: JournalDoubt?
    public var order: FreezeOrder?
    public var releases: [Release]
    /// This till's consumes of the deposit, as the gateway tells them.
    public var consumes: [Consume] = []
    /// What the gateway says of the order, whatever the journal holds, and why.
    public var gatewayOutcome: Outcome?
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

    public init(number: String, source: Source) {
        self.number = number
        self.source = source
        story = []
        releases = []
    }
}
