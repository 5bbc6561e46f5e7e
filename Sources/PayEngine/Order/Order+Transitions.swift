extension Order {
    /// What an event did to an order.
    enum Transition: Equatable {
        case changed
        case unchanged
        /// Refused, not sent or closed by hand before, and done after all.
        case lateSuccess
        /// It disagrees with what is settled: an alarm, and nothing changes.
        case contradicts
    }

    /// Returns what a report would change.
    ///
    /// Once done only `over` changes an order; what is over stays over. `tellsMore` is whether the report tells
    /// something of the deposit that was not known.
    func transition(to report: OutcomeReport, tellsMore: Bool = false) -> Transition {
        // That the gateway can't be reached contradicts nothing.
        if status.outcome.isSettled, case .noConnection = report.reason { return .unchanged }
        return switch (status.outcome, report.outcome) {
        case (.done, .done), (.over, .over): tellsMore ? .changed : .unchanged
        case (.done, .over): .changed
        // The platform did not release the rest after all.
        case (.over, .done) where status.isOverBySums && (report.totals?.left ?? .zero) > .zero: .changed
        case (.done, _), (.over, _): .contradicts
        case (.refused, .done), (.notSent, .done): .lateSuccess
        case (.refused, .waiting), (.notSent, .waiting), (.refused, .over), (.notSent, .over): .changed
        case (.refused, .refused), (.notSent, .notSent): .unchanged
        case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): .unchanged
        case (.waiting, .done), (.unknown, .done):
            status.closing == nil && !status.wasGivenUp ? .changed : .lateSuccess
        case (.waiting, .waiting), (.unknown, .unknown): status.reason == report.reason ? .unchanged : .changed
        case (.waiting, .unknown), (.waiting, .refused), (.waiting, .notSent), (.waiting, .over): .changed
        case (.unknown, .waiting), (.unknown, .refused), (.unknown, .notSent), (.unknown, .over): .changed
        }
    }

    /// Applies an outcome that the journal holds.
    ///
    /// Nothing happens when it contradicts what is settled.
    ///
    /// - Returns: whether it counts.
    @discardableResult
    mutating func apply(_ report: OutcomeReport, tellsMore: Bool = false, time: Timestamp, record: String) -> Bool {
        if case .numberUsedBefore = report.reason, kind.isContested(afterSendingAgain: status.wasSentAgain) {
            status.isContested = true
        }
        if let number = report.platformNumber { status.platformNumber = number }
        switch transition(to: report, tellsMore: tellsMore) {
        case .contradicts: return false
        case .lateSuccess: status.isLateSuccess = true
        case .unchanged where status.outcome.isSettled: return false
        case .changed, .unchanged: break
        }
        status.become(report, time: time, record: record)
        return true
    }
}

extension OrderStatus {
    fileprivate mutating func become(_ report: OutcomeReport, time: Timestamp, record: String) {
        isOverBySums = false
        // Only more became known of the deposit.
        if outcome == report.outcome, outcome.isSettled { return }
        if outcome.isSettled, !report.outcome.isSettled { wasGivenUp = true }
        if !outcome.isSettled, case .nextBase = report.reason, let base = report.base { self.base = base }
        outcome = report.outcome
        reason = report.reason
        verdict = report.verdict
        tradeState = report.tradeState
        restTold = report.restReleased
        logID = report.logID
        changeTime = time
        self.record = report.outcome.isSettled ? record : nil
    }
}
