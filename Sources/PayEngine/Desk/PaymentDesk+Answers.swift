import Logging
import Persistence

extension PaymentDesk {
    /// What to do after an answer was taken in.
    enum Progress: Equatable {
        case next(OrderProcess.Next)
        /// The journal did not take it, so it does not count.
        case failed(JournalError)
    }

    /// Asks about an order and takes the answer in.
    func ask(about number: OrderNumber) async -> Progress {
        guard let order = book.order(number) else { return .next(.done) }
        let base = process(of: order).firstBase
        let asked = Asked(order)
        // Another answer may have come while this one was under way, and changed what the next one means.
        switch order.followUp?.kind {
        case nil:
            let finding = await inquiry.ask(asked, first: base)
            return take(finding, to: question(of: number), of: number)
        case .release:
            let finding = await inquiry.askRelease(asked, first: base)
            return take(finding, to: question(of: number), of: number)
        case .consume:
            let finding = await inquiry.askConsume(asked, first: base)
            return take(finding, to: question(of: number), of: number)
        }
    }

    private func question(of number: OrderNumber) -> Meaning.Sending { processes[number]?.question ?? .query }

    /// The process of an open order: this run's, or one that begins anew from the journal.
    func process(of order: TillOrder) -> OrderProcess {
        if let process = processes[order.number] { return process }
        let process = OrderProcess(
            resuming: order, uptime: clock.boottime, interval: configuration.polling.interval)
        processes[order.number] = process
        return process
    }

    /// Takes an answer in: its meaning, the durable line where something changed, and what comes next.
    func take<Order>(
        _ finding: Inquiry.Finding<Order>, to sending: Meaning.Sending, of number: OrderNumber
    ) -> Progress {
        guard let order = book.order(number) else { return .next(.done) }
        let asked = Asked(order)
        let meaning = Meaning(finding.answer, to: sending, asked: asked)
        if case .invalid(let invalid) = finding.answer { alarm(invalid.rawValue, number) }
        if case .askAgain(.unbelievable(.otherAmount), _) = meaning {
            alarm(InvalidAnswer.otherAmount.rawValue, number)
        }
        var process = process(of: order)
        let step = process.take(
            meaning, from: finding.base, isOurCode: isOurs(finding, order), at: clock.boottime)
        processes[number] = process
        guard let change = step.change else { return .next(next(step.next, of: number)) }
        do {
            try tell(change, finding, of: order)
            return .next(next(step.next, of: number))
        } catch {
            log.critical("the journal did not take an outcome", metadata: ["order": "\(number)", "cause": "\(error)"])
            return .failed(error)
        }
    }

    /// Nothing more is asked or sent once the order is settled, whoever settled it: a look-up may have been quicker.
    private func next(_ next: OrderProcess.Next, of number: OrderNumber) -> OrderProcess.Next {
        guard let order = book.order(number), !order.isSettled else { return .done }
        // An answer that was not believed settles nothing.
        return next == .done ? .ask(after: configuration.polling.interval) : next
    }

    private func tell<Order>(
        _ change: OrderProcess.Change, _ finding: Inquiry.Finding<Order>, of order: TillOrder
    ) throws(JournalError) {
        guard let followUp = order.followUp else {
            var telling = Telling(Outcome(change.kind), change.reason, base: finding.base?.text)
            finding.fill(&telling, known: order.deposit.platformNumber)
            try tell(telling, order, order.deposit.transition(to: telling)) { .told(telling) }
            return
        }
        var telling = Telling(FollowUp.Outcome(change.kind), change.followUpReason, base: finding.base?.text)
        finding.fill(&telling, known: followUp.platformNumber)
        let isDone = telling.outcome == .done
        if isDone, followUp.outcome != .done, !order.deposit.covers(followUp) {
            alarm(InvalidAnswer.impossibleTotals.rawValue, order.number)
            return
        }
        let left = isDone ? order.deposit.left(after: followUp.kind, of: followUp.fee) : order.deposit.left
        let event = FollowUpEvent(
            kind: followUp.kind, number: followUp.number, fee: followUp.fee, step: .told(telling, left: left))
        try tell(telling, order, followUp.transition(to: telling)) { .followUp(event) }
    }

    private func tell<Outcome>(
        _ telling: Telling<Outcome>, _ order: TillOrder, _ transition: Deposit.Transition, event: () -> DepositEvent
    ) throws(JournalError) {
        switch transition {
        case .unchanged:
            return
        case .contradicts:
            log.error(
                "an answer contradicts what is settled",
                metadata: [
                    "order": "\(order.number)", "settled": "\(order.outcomeName)", "told": "\(telling.outcome)",
                ])
        case .changed:
            try record(event(), of: order.deposit.number)
        case .lateSuccess:
            log.notice("late success", metadata: ["order": "\(order.number)"])
            try record(event(), of: order.deposit.number)
        }
        if telling.reason.isAlarm { alarm(telling.reason.name, order.number) }
    }

    func alarm(_ cause: String, _ number: OrderNumber) {
        log.error("alarm", metadata: ["order": "\(number)", "cause": "\(cause)"])
    }

    /// Two tills may have made one freeze number; a release's or a consume's answer names its deposit besides.
    private func isOurs<Order>(_ finding: Inquiry.Finding<Order>, _ order: TillOrder) -> Bool {
        if let consume = finding.order as? Consume, consume.meaning(Asked(order)) == .done {
            return consume.freezeNumber == order.deposit.number.text
        }
        guard order.followUp == nil else { return true }
        guard let code = (finding.order as? FreezeOrder)?.authorCode else { return false }
        return code.digest(key: journal.digestKey) == order.deposit.codeDigest
    }
}

extension Inquiry.Finding {
    /// What the answer holds besides the outcome.
    fileprivate func fill<Outcome>(_ telling: inout Telling<Outcome>, known: String?) {
        telling.logID = logID
        guard case .answered(let verdict, let order) = answer else { return }
        telling.verdict = verdict
        telling.tradeState = order?.tradeState
        telling.created = order?.createTime
        telling.ended = order?.endTime
        telling.platformNumber = order?.platformNumber.flatMap { $0 == known ? nil : $0 }
        telling.totals = (order as? FreezeOrder)?.totals
        telling.restReleased = (order as? Consume)?.restReleased
    }
}

extension OrderProcess.Change {
    /// Why a release or consume has its outcome.
    fileprivate var followUpReason: Reason { reason == .held ? .carriedOut : reason }
}

extension Outcome {
    fileprivate init(_ kind: OrderProcess.Change.Kind) {
        switch kind {
        case .done: self = .frozen
        case .waiting: self = .waiting
        case .refused: self = .refused
        case .unknown: self = .unknown
        case .notSent: self = .notSent
        case .over: self = .over
        }
    }
}

extension FollowUp.Outcome {
    fileprivate init(_ kind: OrderProcess.Change.Kind) {
        switch kind {
        case .done: self = .done
        case .refused: self = .refused
        case .notSent: self = .notSent
        // Neither waiting nor over is ever said of a release or a consume.
        case .waiting, .unknown, .over: self = .unknown
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
