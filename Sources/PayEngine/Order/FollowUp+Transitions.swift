extension FollowUp {
    /// What telling this would do. What is done stays done.
    func transition(to telling: Telling<Outcome>) -> Deposit.Transition {
        // A line that is down contradicts nothing.
        if outcome.isSettled, case .noConnection = telling.reason { return .unchanged }
        return switch (outcome, telling.outcome) {
        case (.done, .done): .unchanged
        case (.done, .refused), (.done, .unknown), (.done, .notSent): .contradicts
        case (.refused, .done), (.notSent, .done): .lateSuccess
        case (.refused, .refused), (.refused, .unknown), (.refused, .notSent): .unchanged
        case (.notSent, .refused), (.notSent, .unknown), (.notSent, .notSent): .unchanged
        case (.unknown, .done): closing == nil ? .changed : .lateSuccess
        case (.unknown, .unknown): reason == telling.reason ? .unchanged : .changed
        case (.unknown, .refused), (.unknown, .notSent): .changed
        }
    }

    /// Takes an outcome in that the journal holds. Nothing happens when it contradicts what is settled.
    mutating func take(_ telling: Telling<Outcome>, time: Timestamp, record: String) {
        if let number = telling.platformNumber { platformNumber = number }
        switch transition(to: telling) {
        case .contradicts: return
        case .lateSuccess: isLateSuccess = true
        case .unchanged where outcome.isSettled: return
        case .changed, .unchanged: break
        }
        if !outcome.isSettled, case .nextBase = telling.reason, let base = telling.base { self.base = base }
        outcome = telling.outcome
        reason = telling.reason
        verdict = telling.verdict
        tradeState = telling.tradeState
        restTold = telling.restReleased
        logID = telling.logID
        changeTime = time
        self.record = telling.outcome.isSettled ? record : nil
    }
}
