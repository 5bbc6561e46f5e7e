extension Deposit {
    /// What an event did to a deposit.
    enum Transition: Equatable {
        case changed
        case unchanged
        /// Refused, not sent or closed by hand before, and frozen after all.
        case lateSuccess
        /// It disagrees with what is settled: an alarm, and nothing changes.
        case contradicts
    }

    /// What telling this would do. Once frozen only `over` changes a deposit; what is over stays over.
    func transition(to telling: DepositEvent.Telling) -> Transition {
        // A line that is down contradicts nothing.
        if outcome.isSettled, case .noConnection = telling.reason { return .unchanged }
        return answered(telling)
    }

    private func answered(_ telling: DepositEvent.Telling) -> Transition {
        switch (outcome, telling.outcome) {
        case (.frozen, .frozen), (.over, .over): .unchanged
        case (.frozen, .over): .changed
        case (.frozen, _), (.over, _): .contradicts
        case (.refused, .frozen), (.notSent, .frozen): .lateSuccess
        case (.refused, .waiting), (.notSent, .waiting), (.refused, .over), (.notSent, .over): .changed
        case (.refused, .refused), (.notSent, .notSent): .unchanged
        case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): .unchanged
        case (.waiting, .frozen), (.unknown, .frozen): closing == nil && !wasGivenUp ? .changed : .lateSuccess
        case (.waiting, .waiting), (.unknown, .unknown): reason == telling.reason ? .unchanged : .changed
        case (.waiting, .unknown), (.waiting, .refused), (.waiting, .notSent), (.waiting, .over): .changed
        case (.unknown, .waiting), (.unknown, .refused), (.unknown, .notSent), (.unknown, .over): .changed
        }
    }

    /// Takes an outcome in that the journal holds. Nothing happens when it contradicts what is settled.
    mutating func take(_ telling: DepositEvent.Telling, time: Timestamp, record: String) {
        if case .numberUsedBefore = telling.reason, !wasSentAgain { isContested = true }
        if let freezeID = telling.freezeID { self.freezeID = freezeID }
        switch transition(to: telling) {
        case .contradicts:
            return
        case .lateSuccess:
            isLateSuccess = true
        case .unchanged where outcome.isSettled:
            return
        case .changed, .unchanged:
            break
        }
        if outcome.isSettled, !telling.outcome.isSettled { wasGivenUp = true }
        if !outcome.isSettled, case .nextBase = telling.reason, let base = telling.base { self.base = base }
        outcome = telling.outcome
        reason = telling.reason
        verdict = telling.verdict
        tradeState = telling.tradeState
        logID = telling.logID
        changeTime = time
        self.record = telling.outcome.isSettled ? record : nil
    }
}
