/// The way of one order from its first sending to a settled outcome.
///
/// It says what to record and what to do next, after each answer. Pure: time comes in, actions go out.
struct OrderStateMachine: Equatable {
    /// What the desk does next.
    enum Next: Equatable {
        case ask(after: Duration)
        /// The same bytes once more, to the base that got them first, after a durable line that says so.
        case sendAgain
        case done
    }

    /// What an answer leads to.
    struct Step: Equatable {
        /// To be recorded before anything else happens; nil: nothing new.
        var change: Change?
        var next: Next
    }

    struct Change: Equatable {
        var outcome: Outcome
        var reason: Reason

        init(_ outcome: Outcome, _ reason: Reason) {
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// A query can outrun the freeze by this much.
    static let outrunning = Duration.seconds(3)
    /// Sent again only this long after the scan, or after the clerk's word.
    static let resendTime = Duration.seconds(60)
    static let resendLimit = 2
    /// After so long the platform's “no such order” settles it.
    static var absence: Duration { DepositOrder.absence }

    let interval: Duration
    /// When the clerk asked for it; nil where nothing is sent again: after a restart the bytes are gone.
    private(set) var askedAt: Duration?
    /// The base that got the bytes first.
    ///
    /// Only its “not there” counts.
    private(set) var firstBase: GatewayBase?
    private(set) var sentAt: Duration
    private(set) var resends = 0
    /// Until then the customer may scan the till's code, and nothing is there.
    private let expiry: Duration?
    private(set) var isContested: Bool
    /// What the gateway said when it told us that our request was wrong.
    private var callerWrong: GatewayVerdict?
    private var wasSeen = false

    /// An order that is about to be sent for the first time.
    init(askedAt: Duration, interval: Duration) {
        self.interval = interval
        self.askedAt = askedAt
        sentAt = askedAt
        expiry = nil
        isContested = false
    }

    /// A code for the customer to scan, which is never sent again.
    init(offeredAt: Duration, expiry: Duration, interval: Duration) {
        self.interval = interval
        sentAt = offeredAt
        self.expiry = expiry
        isContested = false
    }

    /// An order taken over from the journal; its times begin anew.
    init(resuming order: DepositOrder, uptime: Duration, interval: Duration) {
        self.interval = interval
        firstBase = GatewayBase(order.base)
        sentAt = uptime
        // Wall clocks are moved: the code's whole life begins anew.
        let life = order.expiry.map { $0.milliseconds - order.startTime.milliseconds }
        expiry = life.map { uptime + .milliseconds(min(max(0, $0), Self.longestOffer)) }
        isContested = order.isContested
        if case .callerWrong(let verdict) = order.reason { callerWrong = verdict }
    }

    /// In milliseconds.
    private static let longestOffer: Int64 = 3_600_000

    /// The next question's row in the table of meanings.
    var question: Meaning.Sending { callerWrong == nil ? .query : .queryAfterCallerWrong }

    mutating func noteFirstSending(to base: GatewayBase, at uptime: Duration) {
        firstBase = base
        sentAt = uptime
    }

    /// The bytes are gone, or must not be sent any more: nothing is sent again from here on.
    mutating func forgetBytes() {
        askedAt = nil
    }

    mutating func noteSendingAgain(at uptime: Duration) {
        resends += 1
        sentAt = uptime
    }

    /// Takes in what an answer means, and returns what to record and to do.
    ///
    /// `base` is who answered; `isOurCode` says whether the order it showed bears the code that was scanned here.
    mutating func apply(
        _ meaning: Meaning, from base: GatewayBase?, isOurCode: Bool, at uptime: Duration
    ) -> Step {
        if isContested, !isOurCode, let held = contestedStep(meaning) { return held }
        switch meaning {
        case .done:
            return Step(change: Change(.done, .held), next: .done)
        case .over:
            return Step(change: Change(.over, .releasedOrConsumed), next: .done)
        // Only who got the bytes can say twice that they count for nothing.
        case .refused(.callerWrong) where base != firstBase:
            return Step(change: nil, next: .ask(after: interval))
        case .refused(let reason):
            return Step(change: Change(.refused, reason), next: .done)
        case .notSent(let text):
            return Step(change: Change(.notSent, .noConnection(text)), next: .done)
        case .waiting(let reason):
            noteSeen()
            return Step(change: Change(.waiting, reason), next: .ask(after: interval))
        case .unknown(let reason, let pause):
            note(reason)
            return Step(change: Change(.unknown, reason), next: .ask(after: length(of: pause)))
        case .askAgain(let reason, let pause):
            noteContradiction(reason)
            return Step(change: nil, next: .ask(after: length(of: pause)))
        case .notThere(let byState):
            return absent(byState: byState, from: base, at: uptime)
        }
    }

    /// While the number is contested an answer about somebody else's order decides nothing.
    private func contestedStep(_ meaning: Meaning) -> Step? {
        switch meaning {
        case .done, .over, .refused, .waiting, .notThere: Step(change: nil, next: .ask(after: interval))
        case .notSent, .unknown, .askAgain: nil
        }
    }

    private mutating func note(_ reason: Reason) {
        // To the same bytes once more it only says that the first ones arrived.
        if case .numberUsedBefore = reason, resends == 0 { isContested = true }
        if case .callerWrong(let verdict) = reason { callerWrong = verdict }
        if reason == .beingMade || reason == .refundedOrClosed { noteSeen() }
        if case .unrecognisedState(.some) = reason { noteSeen() }
    }

    /// An answer to a query that is neither 101 nor “no such order” contradicts that we are wrong.
    private mutating func noteContradiction(_ reason: Reason) {
        guard case .gatewayUndecided(let verdict) = reason else {
            if case .unbelievable = reason { callerWrong = nil }
            if case .newNumberNeeded = reason { callerWrong = nil }
            return
        }
        // While a question was on its way the freeze itself was answered by 101: that is no contradiction.
        if verdict.status == 101 { return }
        // 102 and 104 are undecided only where they show a state.
        if verdict.status == 102 || verdict.status == 104 { wasSeen = true }
        callerWrong = nil
    }

    /// The gateway showed the order: it did arrive, so a further 101 or one “no such order” does not settle it.
    private mutating func noteSeen() {
        wasSeen = true
        callerWrong = nil
    }

    private func length(of pause: Meaning.Pause) -> Duration {
        switch pause {
        case .none: .zero
        case .poll: interval
        case .threeSeconds: Self.outrunning
        }
    }

    private func absent(byState: Bool, from base: GatewayBase?, at uptime: Duration) -> Step {
        let later = Next.ask(after: interval)
        guard base == firstBase else { return Step(change: nil, next: later) }
        if let verdict = callerWrong {
            return Step(change: Change(.refused, .callerWrong(verdict)), next: .done)
        }
        if let expiry, uptime < expiry {
            return Step(change: Change(.waiting, .customerScanning), next: later)
        }
        let elapsed = uptime - max(sentAt, expiry ?? sentAt)
        if maySendAgain(elapsed: elapsed, at: uptime) { return Step(change: nil, next: .sendAgain) }
        if byState, elapsed >= Self.absence {
            return Step(change: Change(.refused, .neverArrived), next: .done)
        }
        return Step(change: Change(.unknown, .notThereYet), next: later)
    }

    /// Whether the same bytes may go out once more at this moment.
    func maySendAgain(at uptime: Duration) -> Bool {
        maySendAgain(elapsed: uptime - sentAt, at: uptime)
    }

    private func maySendAgain(elapsed: Duration, at uptime: Duration) -> Bool {
        guard let askedAt, !isContested, !wasSeen else { return false }
        return elapsed >= Self.outrunning && resends < Self.resendLimit && uptime - askedAt < Self.resendTime
    }
}
