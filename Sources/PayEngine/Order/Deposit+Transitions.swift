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
        case (.frozen, .frozen): haveTotalsMoved(in: telling) || dates(telling) ? .changed : .unchanged
        case (.over, .over): haveTotalsMoved(in: telling) ? .changed : .unchanged
        case (.frozen, .over): .changed
        // The platform did not release the rest after all.
        case (.over, .frozen) where isOverBySums && (telling.totals?.left ?? .zero) > .zero: .changed
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

    /// Until anything else was told nothing of it is spent.
    private func haveTotalsMoved(in telling: DepositEvent.Telling) -> Bool {
        guard let told = telling.totals else { return false }
        let known = totals ?? DepositTotals(untouched: fee)
        return told.frozen != known.frozen || told.sums.differ(from: known.sums)
    }

    /// Whether it tells when the platform made the order, which was not known.
    private func dates(_ telling: DepositEvent.Telling) -> Bool { createTime == nil && telling.created != nil }

    /// Takes an outcome in that the journal holds. Nothing happens when it contradicts what is settled.
    mutating func take(_ telling: DepositEvent.Telling, time: Timestamp, record: String) {
        if case .numberUsedBefore = telling.reason, !wasSentAgain { isContested = true }
        if let number = telling.platformNumber { platformNumber = number }
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
        totals = telling.totals ?? totals
        createTime = createTime ?? telling.created
        endTime = telling.ended ?? endTime
        // Only the totals have moved, or the time became known.
        if outcome == telling.outcome, outcome.isSettled {
            isOverBySums = false
            return
        }
        if outcome.isSettled, !telling.outcome.isSettled { wasGivenUp = true }
        if !outcome.isSettled, case .nextBase = telling.reason, let base = telling.base { self.base = base }
        isOverBySums = false
        outcome = telling.outcome
        reason = telling.reason
        verdict = telling.verdict
        tradeState = telling.tradeState
        logID = telling.logID
        changeTime = time
        self.record = telling.outcome.isSettled ? record : nil
    }
}

extension Deposit {
    /// Takes in what the journal holds of a release or a consume.
    ///
    /// - Returns: false, and nothing happens, when more would be consumed and released than was frozen.
    mutating func take(_ event: FollowUpEvent, time: Timestamp, sending: Sending, record: String) -> Bool {
        guard let index = followUps.firstIndex(where: { $0.number == event.number }) else {
            guard case .intended(let intent) = event.step else { return true }
            var followUp = FollowUp(intent, kind: event.kind, number: event.number, startTime: time)
            followUp.sending = sending
            totals = intent.totals ?? totals
            followUps.append(followUp)
            return true
        }
        switch event.step {
        case .intended: break
        case .sendingAgain: followUps[index].sending = sending
        case .told(let telling, _):
            if case .nextBase = telling.reason { followUps[index].sending = sending }
            if telling.outcome == .done, !covers(followUps[index]) { return false }
            followUps[index].take(telling, time: time, record: record)
            if outcome == .frozen, followUps[index].outcome == .done { endIfNothingIsLeft(event.kind, time) }
        }
        return true
    }

    private mutating func endIfNothingIsLeft(_ kind: FollowUp.Kind, _ time: Timestamp) {
        guard kind == .consume(keepsRest: false) || left == .zero else { return }
        outcome = .over
        isOverBySums = true
        reason = .releasedOrConsumed
        changeTime = time
    }
}
