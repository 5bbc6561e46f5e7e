import Logging
import Persistence

extension PaymentDesk {
    /// Asks the gateway for an order and its releases, settles it if it is open, and adds what the journal knows.
    public func lookUp(_ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?) async -> LookUp {
        let (local, doubt) = await recalled(number.text)
        var result = await queries.lookUp(
            number, releaseNumber: releaseNumber, platform: platform, local: local, story: [])
        result.lookUp.doubt = doubt
        guard let local else { return result.lookUp }
        var trouble: JournalError?
        if let response = result.response {
            let question = question(of: local.number)
            if case .failed(let error) = absorb(response, to: question, of: local.number, knowing: local) {
                trouble = error
            }
            if let after = ledger[local.number], after.outcome != local.outcome { announce(DepositOrder(after)) }
            followIfOpen(local.number)
        }
        if let open = ledger[local.number]?.openOrder {
            if case .failed(let error) = await ask(about: open.number) { trouble = trouble ?? error }
            if let after = ledger.order(open.number), after.outcome != open.outcome {
                announce(after)
            }
        }
        for late in local.laterOrders where late.isDeniedHere && result.lookUp.shows(late) {
            if case .failed(let error) = await ask(about: late.number) { trouble = trouble ?? error }
            if let after = ledger.order(late.number), after.isLateSuccess { announce(after) }
        }
        var latest = ledger[local.number] ?? local
        if let trouble { latest = DepositOrder(latest).withJournalTrouble(trouble).deposit }
        // What the journal does not hold is not told: it knows what contradicts it and whose number is contested.
        result.lookUp.local = latest
        result.lookUp.outcome = latest.outcome
        if case .notShown = result.lookUp.orderProblem {
            result.lookUp.orderProblem = .notShown(isOpen: !latest.outcome.isSettled)
        }
        (result.lookUp.story, result.lookUp.doubt) = await story(of: local.number)
        return result.lookUp
    }

    /// Returns a deposit by any of its names; without one, why there may be one all the same.
    ///
    /// It is the ledger's, or one that ended long ago and comes back into the ledger from the journal.
    func recalled(_ name: String) async -> (Deposit?, JournalDoubt?) {
        if let known = OrderNumber(name).flatMap({ ledger.order($0)?.deposit }) { return (known, nil) }
        let before = ledger.partialDeposits
        let read = await found(name)
        // Afterwards: it may have been moved meanwhile.
        if let movedFile { return (nil, .moved(movedFile)) }
        switch read {
        case .success(let deposit?):
            // Lines that were written during the reading are not in what was read.
            guard ledger[deposit.number] == before[deposit.number] || !ledger.isPartial(deposit.number) else {
                return await recalled(name)
            }
            ledger.adopt(deposit)
            return (ledger[deposit.number], nil)
        case .success(nil): return (nil, missing.isEmpty ? nil : .incomplete)
        case .failure(let error): return (nil, .unreadable("\(error)"))
        }
    }

    /// Read beside the desk: a scan must not wait for it.
    @concurrent private nonisolated func found(_ name: String) async -> Result<Deposit?, DeskError> {
        do throws(DeskError) {
            return .success(try DepositArchive(directory: configuration.journalDirectory).deposit(named: name))
        } catch {
            log.error("the journal can't be read", metadata: ["cause": "\(error)"])
            return .failure(error)
        }
    }

    /// The lines of a deposit, or why they can't be told.
    @concurrent private nonisolated func story(of number: OrderNumber) async -> ([LookUp.Line], JournalDoubt?) {
        if let moved = await movedFile { return ([], .moved(moved)) }
        do {
            return (try DepositArchive(directory: configuration.journalDirectory).story(of: number), nil)
        } catch {
            log.error("the journal can't be read", metadata: ["cause": "\(error)"])
            return ([], .unreadable("\(error)"))
        }
    }
}

extension Order {
    /// Whether the clerk was told that it did not work, or that nobody asks any more.
    fileprivate var isDeniedHere: Bool {
        switch status.outcome {
        case .refused, .notSent: true
        case .waiting, .unknown: status.closing != nil
        case .done, .over: false
        }
    }
}

extension LookUp {
    /// Whether the gateway shows this release or consume as done.
    fileprivate func shows(_ order: Order) -> Bool {
        switch order.kind {
        case .freeze: false
        case .release: releases.contains { $0.number == order.number.text && $0.outcome == .released }
        case .consume:
            consumes.contains { $0.number == order.number.text && isDone($0) == true }
        }
    }
}
