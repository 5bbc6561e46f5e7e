/// One deposit as this till's journal knows it.
public struct Deposit: Equatable, Sendable {
    /// A supervisor's word that an open question is not asked about any more. A later answer still settles the order.
    public struct Closing: Equatable, Sendable {
        public var staffID: String?
        public var reason: String
        public var time: Timestamp

        public init(staffID: String?, reason: String, time: Timestamp) {
            self.staffID = staffID
            self.reason = reason
            self.time = time
        }
    }

    public let number: OrderNumber
    /// What was asked for.
    public let fee: Fen
    public let platform: PayPlatform
    public let staffID: String?
    public let maskedCode: String
    public let body: String
    public let remark: String?
    /// Room, name or phone; never sent.
    public let reference: String?
    /// When the intent was written.
    public let startTime: Timestamp

    public internal(set) var outcome: Outcome
    public internal(set) var reason: Reason
    /// The gateway that got the first byte, or the first to be tried.
    public internal(set) var base: String
    /// When the outcome last changed.
    public internal(set) var changeTime: Timestamp
    /// `freeze_id`, once an answer had it.
    public internal(set) var platformNumber: String?
    /// What the gateway said of the call that told the outcome.
    public internal(set) var verdict: GatewayVerdict?
    /// `current_trade_state` with which it told it.
    public internal(set) var tradeState: Int?
    /// `log_id` of that answer.
    public internal(set) var logID: UInt32?
    public internal(set) var closing: Closing?
    /// It was refused, not sent or closed by hand, and later turned out to be frozen: the customer may have left.
    public internal(set) var isLateSuccess: Bool
    /// First 16 hex digits of `h` of the line that settled it.
    public internal(set) var record: String?
    /// Its releases and consumes from this till, oldest first.
    public internal(set) var followUps: [FollowUp] = []
    /// `create_time` and `time_end`, once an answer had them.
    public internal(set) var createTime: Timestamp?
    public internal(set) var endTime: Timestamp?
    /// What the gateway added up when it last told all of it.
    public internal(set) var totals: DepositTotals?
    /// Until when the customer may scan the till's code (`time_expire`); nil where the till scanned the customer's.
    public internal(set) var expiry: Timestamp?
    /// Frozen at another till: only its releases and consumes from here are in this journal.
    public internal(set) var isFromElsewhere = false

    /// The gateway said that this number was used before: two tills may have made it, and only an answer with our
    /// code counts.
    var isContested = false
    /// The same bytes were sent once more: from then on a number “used before” is our own.
    var wasSentAgain = false
    /// It was refused or not sent once, the clerk was told so, and it was seen again after all.
    var wasGivenUp = false
    /// It is over by this till's own sums, which the gateway has not confirmed yet.
    var isOverBySums = false
    /// HMAC of the payment code under the journal's own key.
    var codeDigest: String?
    /// When and in which boot it was last sent, on the clock that is never set.
    var sending: Sending?

    struct Sending: Equatable {
        var uptime: Duration
        var boot: String
    }

    /// Whether somebody still has to find out what became of the money.
    public var isOpen: Bool { !outcome.isSettled && closing == nil }

    /// What the clerk was told before a late success: nobody knew, and it was closed by hand as that.
    public var wasClosedAsUnknown: Bool { closing != nil && !wasGivenUp }

    /// The platform did not know it for long enough, or showed it as failed or closed, which it may still take back; it
    /// is asked about again all the same. What the gateway itself refused is over.
    var mayTurnUp: Bool {
        guard outcome == .refused else { return false }
        switch reason {
        case .neverArrived, .paymentError, .closedUnpaid: return true
        case .held, .inProgress, .customerTyping, .customerScanning, .customerStopped, .failedAtPlatform, .carriedOut,
            .totalsMoved, .refusedByGateway, .callerWrong, .newNumberNeeded, .notThereYet, .noConnection, .nextBase,
            .noAnswer, .unbelievable, .numberUsedBefore, .gatewayUndecided, .beingMade, .refundedOrClosed,
            .unrecognisedState, .journalFailed, .journalMoved, .releasedOrConsumed:
            return false
        }
    }

    /// The release or consume that nobody knows the outcome of. There is never a second one.
    public var openFollowUp: FollowUp? { followUps.first(where: \.isOpen) }

    public init(
        number: OrderNumber, fee: Fen, platform: PayPlatform, staffID: String? = nil, maskedCode: String,
        body: String, remark: String? = nil, reference: String? = nil, startTime: Timestamp, base: String
    ) {
        self.number = number
        self.fee = fee
        self.platform = platform
        self.staffID = staffID
        self.maskedCode = maskedCode
        self.body = body
        self.remark = remark
        self.reference = reference
        self.startTime = startTime
        self.base = base
        outcome = .unknown
        reason = .inProgress
        changeTime = startTime
        isLateSuccess = false
    }

    init(_ intent: DepositEvent.Intent, number: OrderNumber, startTime: Timestamp) {
        self.init(
            number: number, fee: intent.fee, platform: intent.platform, staffID: intent.staffID,
            maskedCode: intent.maskedCode, body: intent.body, remark: intent.remark, reference: intent.reference,
            startTime: startTime, base: intent.base)
        codeDigest = intent.codeDigest
        expiry = intent.expiry
    }

    /// Another till's deposit, which a release or a consume from here tells of.
    init(elsewhere intent: FollowUp.Intent, number: OrderNumber, time: Timestamp) {
        self.init(
            number: number, fee: intent.frozen, platform: intent.platform, maskedCode: "", body: "", startTime: time,
            base: intent.base)
        outcome = .frozen
        reason = .held
        isFromElsewhere = true
    }

    /// A supervisor's word, on the freeze or on a release or consume of it.
    mutating func close(_ closing: Closing, followUp number: OrderNumber?) {
        guard let number else {
            self.closing = closing
            return
        }
        guard let index = followUps.firstIndex(where: { $0.number == number }) else { return }
        followUps[index].closing = closing
    }
}
