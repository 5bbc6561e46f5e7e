import Logging
import Persistence

extension PaymentDesk {
    /// What to do after an answer was taken in.
    enum Progress: Equatable {
        case next(FreezeProcess.Next)
        /// The journal did not take it, so it does not count.
        case failed(String)
    }

    /// Asks about an order and takes the answer in.
    func ask(about number: OrderNumber) async -> Progress {
        guard let deposit = book[number] else { return .next(.done) }
        let process = process(of: deposit)
        let finding = await inquiry.ask(asked(deposit), first: process.firstBase)
        // Another answer may have come while this one was under way.
        return take(finding, to: processes[number]?.question ?? .query, of: number)
    }

    /// The process of an open order: this run's, or one that begins anew from the journal.
    func process(of deposit: Deposit) -> FreezeProcess {
        if let process = processes[deposit.number] { return process }
        let process = FreezeProcess(resuming: deposit, at: clock.uptime, interval: configuration.polling.interval)
        processes[deposit.number] = process
        return process
    }

    /// Takes an answer in: its meaning, the durable line where something changed, and what comes next.
    func take(_ finding: Inquiry.Finding, to sending: Meaning.Sending, of number: OrderNumber) -> Progress {
        guard let deposit = book[number] else { return .next(.done) }
        if case .invalid(let invalid) = finding.answer {
            log.error("alarm", metadata: ["order": "\(number)", "cause": "\(invalid.rawValue)"])
        }
        let meaning = Meaning(finding.answer, to: sending, asked: asked(deposit))
        if case .askAgain(.unbelievable(.otherAmount), _) = meaning {
            log.error("alarm", metadata: ["order": "\(number)", "cause": "\(InvalidAnswer.otherAmount.rawValue)"])
        }
        var process = process(of: deposit)
        let step = process.take(
            meaning, from: finding.base, isOurCode: showsOurCode(finding, deposit), at: clock.uptime)
        processes[number] = process
        guard let change = step.change else { return .next(next(step.next, of: number)) }
        var telling = DepositEvent.Telling(change.outcome, change.reason, base: finding.base?.text)
        telling.logID = finding.logID
        if case .answered(let verdict, let order) = finding.answer {
            telling.verdict = verdict
            telling.tradeState = order?.tradeState
            telling.freezeID = order?.freezeID.flatMap { $0 == deposit.freezeID ? nil : $0 }
        }
        do {
            try tell(telling, of: deposit)
            return .next(next(step.next, of: number))
        } catch {
            log.critical("the journal did not take an outcome", metadata: ["order": "\(number)", "cause": "\(error)"])
            return .failed("\(error)")
        }
    }

    /// Nothing more is asked or sent once the order is settled, whoever settled it: a look-up may have been quicker.
    private func next(_ next: FreezeProcess.Next, of number: OrderNumber) -> FreezeProcess.Next {
        book[number]?.outcome.isSettled == true ? .done : next
    }

    private func tell(_ telling: DepositEvent.Telling, of deposit: Deposit) throws(JournalError) {
        switch deposit.transition(to: telling) {
        case .unchanged:
            return
        case .contradicts:
            log.error(
                "an answer contradicts what is settled",
                metadata: [
                    "order": "\(deposit.number)", "settled": "\(deposit.outcome.rawValue)",
                    "told": "\(telling.outcome.rawValue)",
                ])
        case .changed:
            try record(.told(telling), of: deposit.number)
        case .lateSuccess:
            log.notice("late success", metadata: ["order": "\(deposit.number)"])
            try record(.told(telling), of: deposit.number)
        }
        if telling.reason.isAlarm {
            log.error(
                "alarm", metadata: ["order": "\(deposit.number)", "cause": "\(telling.reason.name)"])
        }
    }

    private func showsOurCode(_ finding: Inquiry.Finding, _ deposit: Deposit) -> Bool {
        guard case .answered(_, let order?) = finding.answer, let code = order.authorCode else { return false }
        return code.digest(key: journal.digestKey) == deposit.codeDigest
    }
}

extension Reason {
    /// Whether an engineer must look at it.
    var isAlarm: Bool {
        switch self {
        case .unbelievable, .numberUsedBefore, .callerWrong, .journalFailed: true
        case .held, .inProgress, .customerTyping, .customerStopped, .paymentError, .closedUnpaid, .refusedByGateway,
            .newNumberNeeded, .neverArrived, .notThereYet, .noConnection, .nextBase, .noAnswer, .gatewayUndecided,
            .beingMade, .unrecognisedState, .releasedOrConsumed:
            false
        }
    }
}
