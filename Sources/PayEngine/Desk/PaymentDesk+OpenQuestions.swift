import Persistence

extension PaymentDesk {
    /// The background's pauses between two questions about one order grow from this to ``longestPause``.
    static let shortestPause = Duration.seconds(5)
    static let longestPause = Duration.seconds(600)

    /// Asks about every open order from now on, until each is settled or closed.
    ///
    /// What comes of it is told as news.
    public func followOpenQuestions() {
        guard !followsOpenQuestions else { return }
        followsOpenQuestions = true
        for order in ledger.openQuestions { follow(order.number, firstPause: .zero) }
        askAboutEnding()
        for order in ledger.refusedForNow(at: clock.now) {
            begin { desk in
                await desk.askOnce(about: order.number)
                desk.followIfOpen(order.number)
            }
        }
    }

    /// Deposits that the platform releases within a day, or has released: only its answer takes one off the board.
    func askAboutEnding() {
        let now = gateway.time.now
        for deposit in ledger.held {
            let days = configuration.holdDays(of: deposit.platform)
            guard deposit.endsWithinADay(at: now, holdDays: days), mayAskAboutEnding(deposit.number) else { continue }
            endingAsked[deposit.number] = clock.boottime
            begin { desk in await desk.askOnce(about: deposit.number) }
        }
    }

    private func mayAskAboutEnding(_ number: OrderNumber) -> Bool {
        endingAsked[number].map { clock.boottime - $0 >= Self.longestPause } ?? true
    }

    /// For an order that nobody attends to: left open by a freeze, or seen again after it had been given up.
    func followIfOpen(_ number: OrderNumber) {
        guard followsOpenQuestions, ledger.order(number)?.isOpen == true else { return }
        follow(number, firstPause: Self.shortestPause)
    }

    func follow(_ number: OrderNumber, firstPause: Duration) {
        guard attended.insert(number).inserted else { return }
        begin { desk in
            var pause = firstPause
            repeat {
                guard await desk.pauses(for: pause) else { return }
                pause = min(max(pause * 2, Self.shortestPause), Self.longestPause)
            } while await desk.askOnce(about: number)
            desk.stopFollowing(number)
        }
    }

    private func stopFollowing(_ number: OrderNumber) {
        attended.remove(number)
        if ledger.order(number)?.mayTurnUp == true { watchRefused(number) }
    }

    /// Asks after 10 minutes and after an hour whether an order that was refused for now has turned up.
    func watchRefused(_ number: OrderNumber) {
        begin { desk in
            for pause in [Duration.seconds(600), .seconds(3000)] {
                guard await desk.pauses(for: pause) else { return }
                await desk.askOnce(about: number)
                desk.followIfOpen(number)
            }
        }
    }

    /// Waits between two questions.
    ///
    /// - Returns: false when the task was cancelled: then none follows.
    private func pauses(for duration: Duration) async -> Bool {
        do {
            try await clock.pause(for: duration)
            return true
        } catch {
            return false
        }
    }

    /// Asks, tells what changed, and returns whether to ask again.
    @discardableResult
    private func askOnce(about number: OrderNumber) async -> Bool {
        let before = ledger.order(number)
        if before?.closing != nil, before?.isSettled == false { return false }
        _ = await ask(about: number)
        guard let after = ledger.order(number) else { return false }
        if let before, before.outcome != after.outcome { announce(after) }
        return after.isOpen
    }

    /// Queries every open order until none is left or the time is over, and returns what is still open.
    public func reconcile(wait: Duration) async -> [DepositOrder] {
        let limit = clock.boottime + wait
        var asked = ledger.openQuestions.map(\.number)
        while !asked.isEmpty {
            for number in asked {
                await askOnce(about: number)
                if clock.boottime >= limit { break }
            }
            asked = ledger.openQuestions.map(\.number)
            let pause = min(configuration.polling.interval, limit - clock.boottime)
            guard !asked.isEmpty, pause > .zero, await pauses(for: pause) else { break }
        }
        return ledger.openQuestions
    }

    /// Closes an open order by hand, after one last query.
    ///
    /// - Parameters:
    ///   - number: the freeze's, release's or consume's own.
    ///   - reason: why, as it stands in the journal.
    ///   - approval: somebody's word for closing this order, which is used up, whatever comes of it.
    /// - Returns: the order as it is now.
    /// - Throws: why it can't be closed, or not yet.
    public func close(
        _ number: OrderNumber, reason: String, approvedBy approval: consuming Approval
    ) async throws(ClosingRefusal) -> DepositOrder {
        let approver = try staffApproval.redeem(approval, for: .closing(number)).mapError(ClosingRefusal.approval).get()
        let reason = AuthorCode.maskingCodes(in: reason.printable)
        guard !reason.isEmpty else { throw .reasonMissing }
        guard reason.utf8.count <= Self.reasonLimit else { throw .reasonTooLong(limit: Self.reasonLimit) }
        let order = try await closable(number)
        guard order.isOpen else { throw .notOpen }
        let left = timeToClose(order)
        guard left <= .zero else { throw .tooEarly(secondsLeft: (left.wholeMilliseconds + 999) / 1000) }
        if case .failed(let trouble) = await ask(about: number) { throw .journal("\(trouble)") }
        // The last query was given up, and the desk is about to be closed.
        guard !Task.isCancelled else { throw .journal("\(JournalError.closed)") }
        guard let latest = ledger.order(number) else { throw .noSuchOrder }
        if latest.isSettled { throw .settledMeanwhile(latest) }
        guard latest.isOpen else { throw .notOpen }
        do {
            // A line without a number closes the freeze itself.
            let closed = latest.kind == .freeze ? nil : number
            let event = DepositEvent.closed(
                staffID: approver.staffID, reason: reason, order: closed, approval: approver.basis)
            try record(event, of: latest.deposit.number)
        } catch {
            throw .journal("\(error)")
        }
        return ledger.order(number) ?? latest
    }

    /// The order of that number: where it ended long ago the journal alone knows it.
    private func closable(_ number: OrderNumber) async throws(ClosingRefusal) -> DepositOrder {
        if let order = ledger.order(number) { return order }
        let (_, doubt) = await recalled(number.text)
        if let order = ledger.order(number) { return order }
        if let doubt { throw .notFound(doubt) }
        throw .noSuchOrder
    }

    private func timeToClose(_ order: DepositOrder) -> Duration {
        order.timeToClose(elapsed: elapsed(since: order))
    }

    /// In bytes.
    private static let reasonLimit = 255

    /// Returns the least time since an order's last sending.
    ///
    /// A sending of an earlier boot is older than this boot; what an earlier process sent is only known without the
    /// machine's sleep since.
    private func elapsed(since order: DepositOrder) -> Duration {
        guard let sending = order.order.status.sending else { return .zero }
        guard sending.boot == journal.boot else { return clock.boottime }
        let awake = clock.monotonic - sending.uptime
        return processes[order.number].map { max(awake, clock.boottime - $0.sentAt) } ?? awake
    }
}
