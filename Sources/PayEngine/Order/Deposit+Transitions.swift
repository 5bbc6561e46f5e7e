extension Deposit {
    /// Returns what this report would do to the freeze.
    func transition(to report: OutcomeReport) -> Order.Transition { transition(of: freeze, to: report) }

    /// Returns what this report would do to one of its orders.
    func transition(of order: Order, to report: OutcomeReport) -> Order.Transition {
        order.transition(to: report, tellsMore: tellsMore(report, of: order))
    }

    /// Whether a report tells sums or a time that were not known; only the freeze's answers do.
    private func tellsMore(_ report: OutcomeReport, of order: Order) -> Bool {
        switch order.kind {
        case .freeze: haveTotalsMoved(in: report) || (outcome == .done && dates(report))
        case .release, .consume: false
        }
    }

    /// Whether a report tells other totals than are known; before anything was told, nothing counts as spent.
    private func haveTotalsMoved(in report: OutcomeReport) -> Bool {
        guard let told = report.totals else { return false }
        let known = totals ?? DepositTotals(untouched: fee)
        return told.frozen != known.frozen || told.sums.differ(from: known.sums)
    }

    /// Whether it tells when the platform made the order, which was not known.
    private func dates(_ report: OutcomeReport) -> Bool { createTime == nil && report.created != nil }

    /// Applies what the journal holds of one of its orders.
    ///
    /// - Returns: false, and nothing happens, when more would be consumed and released than was frozen.
    mutating func apply(
        _ event: OrderEvent, time: Timestamp, sending: OrderStatus.Sending, record: String
    ) -> Bool {
        guard var order = order(of: event) else {
            if case .intended(let intent) = event.step, let number = event.number {
                add(intent, event.kind, number, time, sending)
            }
            return true
        }
        switch event.step {
        case .intended: return true
        case .sendingAgain:
            order.status.sending = sending
            order.status.wasSentAgain = true
        case .reported(let report, _):
            if report.outcome == .done, !covers(order) { return false }
            // The next base is about to get the bytes that the one before did not.
            if case .nextBase = report.reason { order.status.sending = sending }
            let tellsMore = tellsMore(report, of: order)
            let counts = order.apply(report, tellsMore: tellsMore, time: time, record: record)
            if counts { learn(from: report, of: order) }
        }
        put(order)
        if case .reported = event.step { endIfNothingIsLeft(after: order, time) }
        return true
    }

    private func order(of event: OrderEvent) -> Order? {
        switch event.kind {
        case .freeze: freeze
        case .release, .consume: laterOrders.first { $0.number == event.number }
        }
    }

    private mutating func add(
        _ intent: Order.Intent, _ kind: Order.Kind, _ number: OrderNumber, _ time: Timestamp,
        _ sending: OrderStatus.Sending
    ) {
        var order = Order(intent, kind: kind, number: number, startTime: time)
        order.status.sending = sending
        totals = intent.totals ?? totals
        laterOrders.append(order)
    }

    /// Takes over the sums and times that the freeze's answers tell: they are the deposit's.
    private mutating func learn(from report: OutcomeReport, of order: Order) {
        switch order.kind {
        case .release, .consume: break
        case .freeze:
            totals = report.totals ?? totals
            createTime = createTime ?? report.created
            endTime = report.ended ?? endTime
        }
    }

    /// Ends the deposit by the till's own sums, until the gateway confirms it.
    private mutating func endIfNothingIsLeft(after order: Order, _ time: Timestamp) {
        guard freeze.status.outcome == .done, order.status.outcome == .done else { return }
        switch order.kind {
        case .freeze: return
        case .consume(keepsRest: false): break
        case .release, .consume(keepsRest: true): guard left == .zero else { return }
        }
        freeze.status.outcome = .over
        freeze.status.isOverBySums = true
        freeze.status.reason = .releasedOrConsumed
        freeze.status.changeTime = time
    }
}
