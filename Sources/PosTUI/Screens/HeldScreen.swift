import PayEngine

/// What this till froze and still holds, oldest first.
struct HeldScreen: Equatable, Sendable {
    /// The line with the mark.
    var selected = 0
}

extension State {
    mutating func openHeld() -> [Effect] {
        guard acceptsKeys else { return [] }
        if case .held = screen { return [.loadHeld] }
        // Also the deposits that were read last may be shown until the new ones are there.
        open(.held(HeldScreen()))
        return [.loadHeld]
    }

    mutating func held(_ screen: HeldScreen, _ action: Action) -> [Effect] {
        var screen = screen
        let deposits = held ?? []
        switch action {
        case .submit:
            guard deposits.indices.contains(screen.selected) else { return [] }
            return openLookUp(of: deposits[screen.selected].number)
        case .lookUp: return openLookUp(of: nil)
        case .refresh: return [.loadHeld]
        case .back:
            goBack()
            return []
        case .up, .down, .pageUp, .pageDown, .top, .bottom:
            screen.selected = Scrolling.selection(
                screen.selected, by: action, count: deposits.count, page: HeldView.page(size))
            self.screen = .held(screen)
        case .newDeposit, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave, .closeByHand,
            .confirm, .askWeChat, .askAlipay, .narrow, .clear, .release, .consume, .offerCode, .held, .find, .choose:
            break
        }
        return []
    }

    mutating func heldReceives(_ text: SecretBytes) -> [Effect] {
        guard case .orderNumber(let number) = ScannedText(text) else { return ignoreScan() }
        return openLookUp(of: number)
    }

    /// They came anew; the mark stays on its deposit, also where the list lies below another screen.
    mutating func heldLoaded(_ deposits: [Deposit]) {
        let old = held ?? []
        held = deposits
        screen = screen.following(old, deposits)
        trail = trail.map { $0.following(old, deposits) }
    }

    /// Something settled: the list, where it is open, is read again.
    var heldReload: [Effect] {
        ([screen] + trail).contains { $0.context == .held } ? [.loadHeld] : []
    }

    func daysLeft(of deposit: Deposit) -> Int {
        deposit.daysLeft(at: gatewayNow.now, holdDays: settings.holdDays[deposit.platform] ?? 0)
    }
}

extension Screen {
    fileprivate func following(_ old: [Deposit], _ new: [Deposit]) -> Screen {
        guard case .held(var screen) = self else { return self }
        let number = old.indices.contains(screen.selected) ? old[screen.selected].number : nil
        let place = new.firstIndex { $0.number == number }
        screen.selected = place ?? min(screen.selected, max(0, new.count - 1))
        return .held(screen)
    }
}
