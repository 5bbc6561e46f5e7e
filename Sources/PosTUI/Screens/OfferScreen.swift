import PayEngine

/// A code that the customer scans with Alipay. Putting it away takes nothing back.
extension State {
    /// From the scan: the till shows a code instead.
    mutating func offerCode(_ draft: DepositDraft) -> [Effect] {
        let request = CodeRequest(amount: draft.amount, staffID: settings.clerk?.id, reference: draft.reference)
        let id = makeFreezeID()
        freezes[id] = Freeze(id: id, offer: request, sentTime: now.uptime)
        begin(.offer(id))
        return [.offerCode(id, request)]
    }

    mutating func offer(_ id: FreezeID, _ action: Action) -> [Effect] {
        switch action {
        case .back:
            guard freezes[id]?.deposit != nil else {
                note = .stillSending
                return []
            }
            tellLeft(id)
            goHome()
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .submit, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .up, .down, .pageUp, .pageDown,
            .top, .bottom, .release, .consume, .offerCode, .held, .find, .choose:
            break
        }
        return []
    }

    /// Says that a freeze goes on in the background.
    mutating func tellLeft(_ id: FreezeID) {
        note = freezes[id]?.isOffer == true ? .offerGivenUp : .leftInBackground
    }
}
