import PayEngine

/// What became of a deposit. Digits, scans and Enter do nothing here: they may be left over from the scan.
struct ResultScreen: Equatable, Sendable {
    /// Keys within so many milliseconds were meant for the screen before.
    static let guardTime: Int64 = 700

    var end: Freeze.End
    var amount: Fen
    var platform: PayPlatform
    /// When it came up, or changed before the clerk's eyes; uptime in milliseconds.
    var shownTime: Int64

    init(end: Freeze.End, freeze: Freeze, shownTime: Int64) {
        self.end = end
        self.shownTime = shownTime
        amount = freeze.deposit?.fee ?? freeze.amount
        platform = freeze.deposit?.platform ?? freeze.platform
    }

    init(deposit: Deposit, shownTime: Int64) {
        end = Self.end(of: deposit)
        self.shownTime = shownTime
        amount = deposit.fee
        platform = deposit.platform
    }

    static func end(of deposit: Deposit) -> Freeze.End {
        deposit.outcome.isSettled ? .settled(deposit) : .leftOpen(deposit)
    }

    var deposit: Deposit? {
        switch end {
        case .settled(let deposit), .leftOpen(let deposit), .seenBefore(let deposit): deposit
        case .lost(let deposit): deposit
        case .rejected: nil
        }
    }

    /// What the big line says.
    var outcome: Outcome {
        switch end {
        case .settled(let deposit), .seenBefore(let deposit): deposit.outcome
        case .leftOpen, .lost: .unknown
        case .rejected: .notSent
        }
    }

    /// The big band.
    var band: Band {
        switch end {
        case .settled(let deposit):
            return deposit.isLateSuccess && deposit.outcome == .done ? .lateSuccess : .outcome(outcome)
        case .seenBefore(let deposit):
            // What is not known of the earlier order is never told as nothing.
            return deposit.outcome.isSettled ? .nothingTaken : .outcome(.unknown)
        case .leftOpen, .rejected, .lost: return .outcome(outcome)
        }
    }

    func acceptsKeys(at time: Int64) -> Bool {
        time - shownTime >= Self.guardTime
    }
}

extension State {
    mutating func result(_ screen: ResultScreen, _ action: Action) -> [Effect] {
        guard screen.acceptsKeys(at: now.uptime) else { return [] }
        switch action {
        case .back: goBack()
        case .lookUp: return openLookUp(of: screen.deposit?.number)
        case .release: beginFollowUp(.release)
        case .consume: beginFollowUp(.consume)
        case .newDeposit, .openQuestions, .help, .quit, .news, .submit, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .up, .down, .pageUp, .pageDown,
            .top, .bottom, .offerCode, .held, .find, .choose:
            break
        }
        return []
    }
}
