import Logging
import Persistence

extension PaymentDesk {
    public func freeze(_ request: FreezeRequest) -> AsyncStream<FreezeProgress> {
        let (stream, continuation) = AsyncStream.makeStream(of: FreezeProgress.self)
        // Whoever listens may go away; the order is settled all the same.
        Task {
            await drive(request) { continuation.yield($0) }
            continuation.finish()
        }
        return stream
    }

    private func drive(_ request: FreezeRequest, tell: @Sendable (FreezeProgress) -> Void) async {
        let scannedAt = clock.uptime
        let prepared: PreparedFreeze
        switch prepare(request, scannedAt: scannedAt) {
        case .success(let freeze): prepared = freeze
        case .failure(let stop):
            tell(stop.progress)
            return
        }
        let number = prepared.number
        attended.insert(number)
        var told = book[number]
        if let told { tell(.started(told)) }
        let limit = scannedAt + (request.wait ?? configuration.polling.limit)
        var next = await sendFirst(prepared)
        while true {
            if let deposit = book[number], deposit != told, !deposit.outcome.isSettled {
                tell(.changed(deposit))
                told = deposit
            }
            switch next {
            case .failed(let trouble):
                leaveOpen(number)
                if let deposit = book[number] { tell(.leftOpen(deposit.withJournalTrouble(trouble))) }
                return
            case .next(.done):
                attended.remove(number)
                if let deposit = book[number] { tell(.settled(deposit)) }
                settledByItself(number)
                return
            case .next(.sendAgain):
                next = await sendAgain(prepared)
            case .next(.ask(let pause)):
                guard clock.uptime + pause < limit else {
                    leaveOpen(number)
                    if let deposit = book[number] { tell(.leftOpen(deposit)) }
                    return
                }
                try? await clock.pause(for: pause)
                let isSettled = book[number]?.outcome.isSettled == true
                next = isSettled ? .next(.done) : await ask(about: number)
            }
        }
    }

    private func leaveOpen(_ number: OrderNumber) {
        attended.remove(number)
        processes[number]?.forgetCode()
        followIfOpen(number)
    }

    /// One refused by absence is asked about again later.
    private func settledByItself(_ number: OrderNumber) {
        processes[number] = nil
        if followsOpenQuestions, book[number]?.isRefusedByAbsence == true { watchAbsent(number) }
    }

    private func sendFirst(_ freeze: PreparedFreeze) async -> Progress {
        let number = freeze.number
        let delivery = await gateway.deliver(
            freeze.content, to: .microFreeze, wanted: freeze.base,
            willMove: { [weak self] next, failure in
                await self?.noteMove(of: number, to: next, failure: failure) ?? false
            })
        if let base = delivery.base { processes[number]?.noteFirstSending(to: base, at: clock.uptime) }
        let finding = inquiry.finding(delivery, of: .microFreeze, asked: freeze.asked)
        return take(finding, to: .first, of: number)
    }

    /// No base may get the request unless the journal says that it is about to.
    private func noteMove(of number: OrderNumber, to next: GatewayBase, failure: String) -> Bool {
        guard book[number]?.isOpen == true else { return false }
        let telling = DepositEvent.Telling(
            .unknown, .nextBase(failure.asGatewayText()), base: next.text)
        do {
            try record(.told(telling), of: number)
            return true
        } catch {
            log.critical("the journal failed", metadata: ["order": "\(number)", "cause": "\(error)"])
            return false
        }
    }

    private func sendAgain(_ freeze: PreparedFreeze) async -> Progress {
        guard book[freeze.number]?.isOpen == true, let base = processes[freeze.number]?.firstBase else {
            return .next(.ask(after: configuration.polling.interval))
        }
        do {
            try record(.sendingAgain(base: base.text), of: freeze.number)
        } catch {
            return .failed("\(error)")
        }
        let delivery = await gateway.deliver(freeze.content, to: .microFreeze, wanted: base, onlyWanted: true)
        processes[freeze.number]?.noteSendingAgain(at: clock.uptime)
        return take(inquiry.finding(delivery, of: .microFreeze, asked: freeze.asked), to: .again, of: freeze.number)
    }
}

extension Deposit {
    /// As it must be shown when its outcome could not be written: unknown, with the disk's trouble.
    func withJournalTrouble(_ trouble: String) -> Deposit {
        var deposit = self
        deposit.outcome = .unknown
        deposit.reason = .journalFailed(trouble)
        return deposit
    }

    /// The platform did not know it for long enough; it is asked about again all the same.
    var isRefusedByAbsence: Bool {
        outcome == .refused && reason == .neverArrived
    }
}
