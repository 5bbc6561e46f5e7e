import Logging
import Persistence

extension PaymentDesk {
    /// What to do after an answer was taken in.
    enum Progress: Equatable {
        case next(OrderStateMachine.Next)
        /// The journal did not take it, so it does not count.
        case failed(JournalError)
    }

    /// Asks about an order and takes the answer in.
    func ask(about number: OrderNumber) async -> Progress {
        guard let order = ledger.order(number) else { return .next(.done) }
        let base = process(of: order).firstBase
        let asked = ExpectedOrder(order)
        let known = order.deposit
        // Another answer may have come while this one was under way, and changed what the next one means.
        switch order.kind {
        case .freeze:
            let response = await queries.ask(asked, first: base)
            return absorb(response, to: question(of: number), of: number, knowing: known)
        case .release:
            let response = await queries.askRelease(asked, first: base)
            return absorb(response, to: question(of: number), of: number, knowing: known)
        case .consume:
            let response = await queries.askConsume(asked, first: base)
            return absorb(response, to: question(of: number), of: number, knowing: known)
        }
    }

    /// What a question about an order is answered to at this moment.
    func question(of number: OrderNumber) -> Meaning.Sending {
        ledger.order(number).map { process(of: $0).question } ?? .query
    }

    /// The process of an order: this run's, or one that begins anew from the journal.
    func process(of order: DepositOrder) -> OrderStateMachine {
        if let process = processes[order.number] { return process }
        let process = OrderStateMachine(
            resuming: order, uptime: clock.boottime, interval: configuration.polling.interval)
        keep(process, of: order)
        return process
    }

    /// A settled order needs none: whatever is asked about it begins anew from the journal.
    private func keep(_ process: OrderStateMachine, of order: DepositOrder) {
        processes[order.number] = order.isSettled ? nil : process
    }

    /// Takes an answer in: its meaning, the durable line where something changed, and what comes next.
    ///
    /// `known` is the deposit as it was when the question left: an answer that others overtook takes nothing back.
    func absorb<Shown: GatewayOrder>(
        _ response: Response<Statement<Shown>>, to sending: Meaning.Sending, of number: OrderNumber,
        knowing known: Deposit?
    ) -> Progress {
        guard let order = ledger.order(number) else { return .next(.done) }
        // The desk is being closed and did not wait for it: the order stays what the journal says, as after a crash.
        if Task.isCancelled, !response.answer.hasCome { return .next(.ask(after: configuration.polling.interval)) }
        let asked = ExpectedOrder(order)
        let meaning = Meaning(response.answer, to: sending, asked: asked)
        if case .invalid(let invalid) = response.answer { alarm(invalid.rawValue, number) }
        if case .askAgain(.unbelievable(.otherAmount), _) = meaning {
            alarm(InvalidAnswer.otherAmount.rawValue, number)
        }
        var process = process(of: order)
        let step = process.apply(
            meaning, from: response.base, isOurCode: isOurs(response, order), at: clock.boottime)
        defer { keep(process, of: ledger.order(number) ?? order) }
        guard let change = step.change else { return .next(next(step.next, of: number)) }
        do {
            if !order.hasChanged(since: known) { try record(change, response, of: order) }
            return .next(next(step.next, of: number))
        } catch {
            log.critical("the journal did not take an outcome", metadata: ["order": "\(number)", "cause": "\(error)"])
            return .failed(error)
        }
    }

    /// Nothing more is asked or sent once the order is settled, whoever settled it: a look-up may have been quicker.
    private func next(_ next: OrderStateMachine.Next, of number: OrderNumber) -> OrderStateMachine.Next {
        guard let order = ledger.order(number), !order.isSettled else { return .done }
        // An answer that was not believed settles nothing.
        return next == .done ? .ask(after: configuration.polling.interval) : next
    }

    /// Writes what an answer changes.
    private func record<Shown: GatewayOrder>(
        _ change: OrderStateMachine.Change, _ response: Response<Statement<Shown>>, of order: DepositOrder
    ) throws(JournalError) {
        var report = order.kind.report(of: change, base: response.base?.text)
        response.fill(&report, known: order.platformNumber)
        if report.outcome == .done, order.outcome != .done, !order.deposit.covers(order.order) {
            alarm(InvalidAnswer.impossibleTotals.rawValue, order.number)
            return
        }
        switch order.deposit.transition(of: order.order, to: report) {
        case .unchanged:
            return
        case .contradicts:
            log.error(
                "an answer contradicts what is settled",
                metadata: [
                    "order": "\(order.number)", "settled": "\(order.outcomeName)",
                    "told": "\(order.kind.name(of: report.outcome))",
                ])
        case .changed:
            try record(report, of: order)
        case .lateSuccess:
            log.notice("late success", metadata: ["order": "\(order.number)"])
            try record(report, of: order)
        }
        if report.reason.isAlarm { alarm(report.reason.name, order.number) }
    }

    /// Writes an outcome, with what it leaves of the deposit.
    func record(_ report: OutcomeReport, of order: DepositOrder) throws(JournalError) {
        let left = order.deposit.left(after: order.order, report.outcome)
        try record(.order(order.order.event(.reported(report, left: left))), of: order.deposit.number)
    }

    func alarm(_ cause: String, _ number: OrderNumber) {
        log.error("alarm", metadata: ["order": "\(number)", "cause": "\(cause)"])
    }

    /// Two tills may have made one number: whether the answer proves that it is about our order.
    private func isOurs<Shown: GatewayOrder>(_ response: Response<Statement<Shown>>, _ order: DepositOrder) -> Bool {
        guard let shown = response.order() else { return order.kind != .freeze }
        return shown.isOurs(ExpectedOrder(order)) { $0.digest(key: journal.digestKey) == order.deposit.codeDigest }
    }
}

extension DepositOrder {
    /// Whether the sums of a deposit that was frozen have become others meanwhile: an answer of before tells old ones.
    fileprivate func hasChanged(since known: Deposit?) -> Bool {
        guard self.kind == .freeze else { return false }
        return switch self.outcome {
        case .done, .over: deposit != known
        // That it was frozen after all is news whenever it comes.
        case .waiting, .unknown, .refused, .notSent: false
        }
    }
}

extension Response {
    /// What the answer holds besides the outcome.
    fileprivate func fill<Order: GatewayOrder>(
        _ report: inout OutcomeReport, known: String?
    ) where Content == Statement<Order> {
        report.logID = logID
        guard case .answered(let statement) = answer else { return }
        let order = statement.subject
        report.verdict = statement.verdict
        report.tradeState = order?.tradeState
        report.created = order?.createTime
        report.ended = order?.endTime
        report.platformNumber = order?.platformNumber.flatMap { $0 == known ? nil : $0 }
        report.totals = order?.totals
        report.restReleased = order?.restReleased
    }
}

extension Order.Kind {
    /// What a change means for an order of this kind: what can't become of it is unknown.
    fileprivate func report(of change: OrderStateMachine.Change, base: String?) -> OutcomeReport {
        OutcomeReport(
            outcomes.contains(change.outcome) ? change.outcome : .unknown,
            change.outcome == .done ? doneReason : change.reason, base: base)
    }
}

extension Answer {
    /// Whether anything came back.
    fileprivate var hasCome: Bool {
        switch self {
        case .notConnected, .lost: false
        case .invalid, .answered: true
        }
    }
}

extension Reason {
    /// Whether an engineer must look at it.
    var isAlarm: Bool {
        switch self {
        case .unbelievable, .numberUsedBefore, .callerWrong, .journalFailed, .journalMoved: true
        case .held, .inProgress, .customerTyping, .customerScanning, .customerStopped, .paymentError, .closedUnpaid,
            .failedAtPlatform, .carriedOut, .totalsMoved, .refusedByGateway, .newNumberNeeded, .neverArrived,
            .notThereYet, .noConnection, .nextBase, .noAnswer, .gatewayUndecided, .beingMade, .refundedOrClosed,
            .unrecognisedState, .releasedOrConsumed:
            false
        }
    }
}
