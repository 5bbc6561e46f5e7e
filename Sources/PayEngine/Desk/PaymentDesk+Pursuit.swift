import Logging
import Persistence

extension PaymentDesk {
    /// Follows an order from its first sending until it is settled or its time is over.
    func pursue(_ prepared: PreparedOrder, tell: @Sendable (OrderProgress) -> Void) async {
        let number = prepared.number
        attended.insert(number)
        var told = ledger.order(number)
        var next = await sendFirst(prepared)
        // Read before each question: a sleep while it was on its way counts, too.
        var asked = clock.suspended
        if let url = offers[number], let order = ledger.order(number), order.isOpen {
            tell(.offered(order, url: url, until: prepared.expiry))
            told = order
        }
        while true {
            if let order = ledger.order(number), order != told, !order.isSettled {
                tell(.changed(order))
                told = order
            }
            switch next {
            case .failed(let trouble):
                leaveOpen(number)
                if let order = ledger.order(number) { tell(.leftOpen(order.withJournalTrouble(trouble))) }
                return
            case .next(.done):
                attended.remove(number)
                if let order = ledger.order(number) { tell(.settled(order)) }
                settledByItself(number)
                return
            case .next(.sendAgain):
                next = await sendAgain(prepared, answered: asked)
            case .next(.ask(let pause)):
                guard clock.boottime + pause < prepared.limit else {
                    leaveOpen(number)
                    if let order = ledger.order(number) { tell(.leftOpen(order)) }
                    return
                }
                do {
                    try await clock.pause(for: pause)
                } catch {
                    leaveOpen(number)
                    if let order = ledger.order(number) { tell(.leftOpen(order)) }
                    return
                }
                let isSettled = ledger.order(number)?.isSettled == true
                asked = clock.suspended
                next = isSettled ? .next(.done) : await ask(about: number)
            }
        }
    }

    private func leaveOpen(_ number: OrderNumber) {
        attended.remove(number)
        processes[number]?.forgetBytes()
        followIfOpen(number)
    }

    /// One that was refused for now is asked about again later.
    private func settledByItself(_ number: OrderNumber) {
        processes[number] = nil
        if followsOpenQuestions, ledger.order(number)?.mayTurnUp == true { watchRefused(number) }
    }

    private func sendFirst(_ prepared: PreparedOrder) async -> Progress {
        let number = prepared.number
        // Whoever was at the till is gone, and the code is dead: no byte has left, so nothing can have worked.
        guard !clock.hasSlept(since: prepared.suspended) else {
            let asleep = Response<Envelope.Opened>(answer: .notConnected("the machine slept"))
            return absorb(asleep, of: prepared, to: .first, knowing: ledger.order(number)?.deposit)
        }
        let known = ledger.order(number)?.deposit
        let response = await gateway.deliver(
            prepared.content, to: prepared.interface, wanted: prepared.base,
            willMove: { [weak self] next, failure in
                await self?.noteMove(of: prepared, to: next, failure: failure) ?? false
            })
        if let base = response.base { processes[number]?.noteFirstSending(to: base, at: clock.boottime) }
        return absorb(response, of: prepared, to: .first, knowing: known)
    }

    /// No base may get the request unless the journal says that it is about to, nor after the machine slept.
    private func noteMove(of prepared: PreparedOrder, to next: GatewayBase, failure: String) -> Bool {
        let number = prepared.number
        guard let order = ledger.order(number), order.isOpen, !clock.hasSlept(since: prepared.suspended),
            !Task.isCancelled
        else {
            return false
        }
        let reason = Reason.nextBase(AuthorCode.maskingCodes(in: failure).asGatewayText())
        do {
            try record(OutcomeReport(.unknown, reason, base: next.text), of: order)
            return true
        } catch {
            log.critical("the journal failed", metadata: ["order": "\(number)", "cause": "\(error)"])
            return false
        }
    }

    /// Sends the same bytes once more.
    ///
    /// `answered` is how much the machine had slept when the question was asked whose answer it follows: after another
    /// sleep the order is asked about first.
    private func sendAgain(_ prepared: PreparedOrder, answered: Duration) async -> Progress {
        let number = prepared.number
        let suspended = clock.suspended
        if let order = ledger.order(number)?.order, await haveTotalsMoved(since: order, of: prepared) {
            processes[number]?.forgetBytes()
            return .next(.ask(after: configuration.polling.interval))
        }
        // Asking for the totals took time, and others may have asked about the order meanwhile.
        guard let order = ledger.order(number), order.isOpen, let process = processes[number],
            process.maySendAgain(at: clock.boottime), let base = process.firstBase,
            !clock.hasSlept(since: suspended), !clock.hasSlept(since: answered), !Task.isCancelled
        else {
            return .next(.ask(after: configuration.polling.interval))
        }
        do {
            try record(.order(order.order.event(.sendingAgain(base: base.text))), of: order.deposit.number)
        } catch {
            return .failed(error)
        }
        let known = ledger.order(number)?.deposit
        let response = await gateway.deliver(prepared.content, to: prepared.interface, wanted: base, onlyWanted: true)
        processes[number]?.noteSendingAgain(at: clock.boottime)
        return absorb(response, of: prepared, to: .again, knowing: known)
    }

    /// Whether anything was released or consumed since a release or a consume was made, or nobody can say: then the
    /// order may have worked, and once more might be twice.
    private func haveTotalsMoved(since order: Order, of prepared: PreparedOrder) async -> Bool {
        switch order.kind {
        case .freeze: return false
        case .release, .consume: break
        }
        guard let before = order.totalsBefore, let deposit = prepared.asked.deposit else { return true }
        let asked = ExpectedOrder(
            number: deposit, platform: prepared.asked.platform, fee: before.frozen, code: prepared.asked.code)
        let response = await queries.ask(asked, first: processes[order.number]?.firstBase)
        guard Meaning(response.answer, to: .query, asked: asked) == .done, let now = response.order()?.totals else {
            return true
        }
        if now != before {
            log.notice("the totals have moved", metadata: ["order": "\(order.number)", "deposit": "\(deposit)"])
        }
        return now != before
    }

    /// Takes the answer to a sending in.
    private func absorb(
        _ response: Response<Envelope.Opened>, of prepared: PreparedOrder, to sending: Meaning.Sending,
        knowing known: Deposit?
    ) -> Progress {
        let interface = prepared.interface
        let asked = prepared.asked
        let reader = queries.reader(of: asked)
        switch interface {
        case .unfreeze:
            let read = reader.order(response, of: interface, asked: asked, as: UnfreezeReply.self)
            return absorb(read, to: sending, of: prepared.number, knowing: known)
        case .depositConsume:
            let read = reader.order(response, of: interface, asked: asked, as: TradeOrderReply.self)
            return absorb(read, to: sending, of: prepared.number, knowing: known)
        case .scanCodeFreeze:
            let read = reader.order(response, of: interface, asked: asked, as: ScanCodeReply.self)
            offers[prepared.number] = read.order()?.url
            return absorb(read, to: sending, of: prepared.number, knowing: known)
        case .microFreeze, .ping, .queryFreezeOrder, .queryUnfreezeOrder, .queryOrder:
            let read = reader.order(response, of: interface, asked: asked, as: FreezeOrderReply.self)
            return absorb(read, to: sending, of: prepared.number, knowing: known)
        }
    }
}

extension DepositOrder {
    /// As it must be shown when its outcome could not be written: unknown, with the disk's trouble.
    func withJournalTrouble(_ trouble: JournalError) -> DepositOrder {
        var shown = self
        shown.order.status.outcome = .unknown
        shown.order.status.reason = Reason(trouble)
        shown.deposit.put(shown.order)
        return shown
    }
}
