import PayEngine

/// A freeze that was sent. Nothing here takes it back.
extension State {
    mutating func progress(_ action: Action) -> [Effect] {
        switch action {
        case .back: note = .cannotBeTakenBack
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .submit, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .up, .down, .pageUp, .pageDown,
            .top, .bottom, .release, .consume, .offerCode, .held, .find, .choose:
            break
        }
        return []
    }

    /// The desk told something of a freeze. When it ended, its screen becomes the result; elsewhere a banner tells it.
    mutating func freezeAdvanced(_ id: FreezeID, by change: (inout Freeze) -> Void) -> [Effect] {
        guard var freeze = freezes[id], !freeze.isOver else { return [] }
        change(&freeze)
        freezes[id] = freeze
        guard freeze.isOver else { return [] }
        if screen.freezeID == id {
            showResult(of: freeze)
        } else if !trail.contains(where: { $0.freezeID == id }) {
            freezes[id] = nil
            tellInBackground(freeze)
        } else {
            tellInBackground(freeze)
        }
        return [.loadOpenQuestions] + heldReload
    }

    /// Puts the result where the freeze was.
    mutating func showResult(of freeze: Freeze) {
        guard case .ended(let end) = freeze.stage else { return }
        freezes[freeze.id] = nil
        removeNews(of: freeze.deposit?.number)
        isQuitting = false
        note = nil
        show(.result(ResultScreen(end: end, freeze: freeze, shownTime: now.uptime)))
    }

    private mutating func tellInBackground(_ freeze: Freeze) {
        guard case .ended(let end) = freeze.stage else { return }
        switch end {
        case .settled(let deposit), .leftOpen(let deposit), .lost(.some(let deposit)):
            addNews(.order(DepositOrder(deposit)))
        // Of this customer's money no order tells.
        case .seenBefore, .rejected, .lost(nil): addNews(.freeze(freeze, end))
        }
    }
}
