/// The way of one freeze order from its first sending to a settled outcome: what to record and what to do next, after
/// each answer. Pure: time comes in, actions go out.
struct FreezeProcess: Equatable {
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
    }

    /// A query can outrun the freeze by this much.
    static let outrunning = Duration.seconds(3)
    /// Sent again only while the code is this young.
    static let codeLife = Duration.seconds(60)
    static let resendLimit = 2
    /// After so long the platform's “no such order” settles it.
    static let absence = Duration.seconds(150)

    let interval: Duration
    /// When the code was scanned; nil after a restart, when the code and the bytes are gone.
    private(set) var scannedAt: Duration?
    /// The base that got the bytes first. Only its “not there” counts.
    private(set) var firstBase: GatewayBase?
    private(set) var sentAt: Duration
    private(set) var resends = 0
    private(set) var isContested: Bool
    /// What the gateway said when it held us for wrong.
    private var callerWrong: GatewayVerdict?
    private var wasSeen = false

    /// A freeze that is about to be sent for the first time.
    init(scannedAt: Duration, interval: Duration) {
        self.interval = interval
        self.scannedAt = scannedAt
        sentAt = scannedAt
        isContested = false
        callerWrong = nil
    }

    /// An order taken over from the journal; its times begin anew.
    init(resuming deposit: Deposit, at uptime: Duration, interval: Duration) {
        self.interval = interval
        scannedAt = nil
        firstBase = GatewayBase(deposit.base)
        sentAt = uptime
        isContested = deposit.isContested
        if case .callerWrong(let verdict) = deposit.reason { callerWrong = verdict } else { callerWrong = nil }
    }

    /// The next question's row in the table of meanings.
    var question: Meaning.Sending { callerWrong == nil ? .query : .queryAfterCallerWrong }

    mutating func noteFirstSending(to base: GatewayBase, at uptime: Duration) {
        firstBase = base
        sentAt = uptime
    }

    /// The bytes with the code are gone: nothing is sent again from here on.
    mutating func forgetCode() {
        scannedAt = nil
    }

    mutating func noteSendingAgain(at uptime: Duration) {
        resends += 1
        sentAt = uptime
    }

    /// Takes an answer's meaning in.
    ///
    /// - Parameters:
    ///   - base: who answered.
    ///   - isOurCode: whether the order it showed bears the code that was scanned here.
    mutating func take(
        _ meaning: Meaning, from base: GatewayBase?, isOurCode: Bool, at uptime: Duration
    ) -> Step {
        if isContested, !isOurCode, let held = contestedStep(meaning) { return held }
        switch meaning {
        case .frozen:
            return Step(change: Change(outcome: .frozen, reason: .held), next: .done)
        case .over:
            return Step(change: Change(outcome: .over, reason: .releasedOrConsumed), next: .done)
        case .refused(let reason):
            return Step(change: Change(outcome: .refused, reason: reason), next: .done)
        case .notSent(let text):
            return Step(change: Change(outcome: .notSent, reason: .noConnection(text)), next: .done)
        case .waiting:
            noteSeen()
            return Step(change: Change(outcome: .waiting, reason: .customerTyping), next: .ask(after: interval))
        case .unknown(let reason, let pause):
            note(reason)
            return Step(change: Change(outcome: .unknown, reason: reason), next: .ask(after: length(of: pause)))
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
        case .frozen, .over, .refused, .waiting, .notThere: Step(change: nil, next: .ask(after: interval))
        case .notSent, .unknown, .askAgain: nil
        }
    }

    private mutating func note(_ reason: Reason) {
        // To the same bytes once more it only says that the first ones arrived.
        if case .numberUsedBefore = reason, resends == 0 { isContested = true }
        if case .callerWrong(let verdict) = reason { callerWrong = verdict }
        if case .beingMade = reason { noteSeen() }
        if case .unrecognisedState(.some) = reason { noteSeen() }
    }

    /// An answer to a query that is neither 101 nor “no such order” contradicts that we are wrong.
    private mutating func noteContradiction(_ reason: Reason) {
        guard case .gatewayUndecided(let verdict) = reason else {
            if case .unbelievable = reason { callerWrong = nil }
            return
        }
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
            return Step(change: Change(outcome: .refused, reason: .callerWrong(verdict)), next: .done)
        }
        let elapsed = uptime - sentAt
        if maySendAgain(elapsed: elapsed, at: uptime) { return Step(change: nil, next: .sendAgain) }
        if byState, elapsed >= Self.absence {
            return Step(change: Change(outcome: .refused, reason: .neverArrived), next: .done)
        }
        return Step(change: Change(outcome: .unknown, reason: .notThereYet), next: later)
    }

    private func maySendAgain(elapsed: Duration, at uptime: Duration) -> Bool {
        guard let scannedAt, !isContested, !wasSeen else { return false }
        return elapsed >= Self.outrunning && resends < Self.resendLimit && uptime - scannedAt < Self.codeLife
    }
}
