import PayEngine

/// The screen of what became of a deposit.
///
/// Digits, scans and Enter do nothing here: they may be left over from the scan. Esc leads back: after a freeze that is
/// Home, since a freeze that was sent has no screen to go back to; from the banner it is the screen below that.
struct ResultScreen: TillScreen {
    typealias Action = ResultKeys.Action

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [ResultKeys.table] }

    var end: Freeze.End
    var amount: Fen
    var platform: PayPlatform
    /// When it came up, or changed before the clerk's eyes; uptime in milliseconds.
    var shownTime: Int64

    init(end: Freeze.End, freeze: Freeze, shownTime: Int64) {
        self.end = end
        self.shownTime = shownTime
        amount = freeze.deposit?.fee ?? freeze.amount
        platform = freeze.deposit?.platform ?? freeze.platform
    }

    init(deposit: Deposit, shownTime: Int64) {
        end = Self.end(of: deposit)
        self.shownTime = shownTime
        amount = deposit.fee
        platform = deposit.platform
    }

    static func end(of deposit: Deposit) -> Freeze.End {
        deposit.outcome.isSettled ? .settled(deposit) : .leftOpen(deposit)
    }

    var title: Phrase { .resultTitle }
    var keys: KeyTable<Action> { ResultKeys.table }

    func offers(_ action: Action) -> Bool {
        switch action {
        case .release, .consume: atHand.target != nil
        case .lookUp, .back: true
        }
    }

    func acceptsKeys(at time: Int64) -> Bool {
        time - shownTime >= ResultKeys.guardTime
    }

    private var atHand: DepositAtHand {
        let unknown: Phrase = end.outcome == .unknown ? .notHeld(.unknown) : .nothingHeld
        return DepositAtHand(
            end.deposit.flatMap { OrderTarget($0) }, openOrder: end.deposit?.openOrder,
            refusal: end.deposit.map { .notHeld($0.outcome) } ?? unknown)
    }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        guard acceptsKeys(at: till.now.uptime) else { return .stay }
        switch action {
        case .back: return .back
        case .lookUp: return .open(.lookUp(end.deposit?.number))
        case .release: return atHand.step(.release, in: &till)
        case .consume: return atHand.step(.consume, in: &till)
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        ResultView.draw(self, till: till, on: &frame, in: rect)
    }
}

enum ResultView {
    static func draw(_ screen: ResultScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let platform = Phrase.platform(screen.platform).text(in: language)
        var lines = [platform + "  " + Phrase.money(screen.amount).text(in: language)]
        if case .seenBefore(let deposit) = screen.end {
            lines = [platform, Phrase.earlierOrder(deposit).text(in: language)]
        } else if screen.end.band == .lateSuccess, let deposit = screen.end.deposit {
            lines.append(Phrase.lateSuccessLine(deposit).text(in: language))
        }
        if case .settled(let deposit) = screen.end, deposit.outcome == .done, deposit.left < deposit.fee {
            lines.append(Phrase.stillHeld(deposit.left).text(in: language))
        }
        OutcomeBand(
            band: screen.end.band, headline: screen.end.headline.text(in: language), lines: lines,
            amount: isOfBefore(screen) ? nil : screen.amount
        ).draw(on: &frame, in: rect)
        var y = rect.y + OutcomeBand.height + 1
        if let deposit = screen.end.deposit {
            for line in OrderFacts.lines(deposit, till.settings) {
                frame.put(line, x: rect.x + 2, y: y, limit: rect.right)
                y += 1
            }
        }
        let label = 12
        for (name, text, role) in paragraphs(screen) {
            frame.put(name.text(in: language), x: rect.x + 2, y: y, role: .muted)
            y = frame.put(
                wrapped: text.text(in: language),
                in: Rect(x: rect.x + 2 + label, y: y, width: rect.width - 2 - label, height: rect.bottom - y),
                role: role)
        }
    }

    /// Whether the amount is the earlier order's.
    private static func isOfBefore(_ screen: ResultScreen) -> Bool {
        if case .seenBefore = screen.end { true } else { false }
    }

    private static func paragraphs(_ screen: ResultScreen) -> [(Phrase, Phrase, Role)] {
        let outcome = screen.end.outcome
        switch screen.end {
        case .settled(let deposit):
            let isToBeSeenTo = deposit.isLateSuccess && deposit.left > .zero
            let next: Phrase = isToBeSeenTo ? .lateSuccess(deposit) : .next(outcome, deposit.reason)
            if outcome == .done { return [(.next, next, .strong)] }
            return [(.reason, .reason(deposit.reason), .text), (.next, next, .strong)]
        case .leftOpen(let deposit):
            return [(.reason, .reason(deposit.reason), .text), (.next, .next(outcome), .strong)]
        case .seenBefore(let deposit):
            return [
                (.reason, deposit.outcome.isSettled ? .seenBefore : .seenBeforeOpen, .warning),
                (.state, .reason(deposit.reason), .text),
                (.next, deposit.outcome.isSettled ? .nextAfterSeenBefore : .next(.unknown), .strong),
            ].filter { outcome != .done || $0.0 != .state }
        case .rejected(let rejection):
            return [(.reason, .rejection(rejection), .error), (.next, .nextAfterRejection, .strong)]
        case .lost(let deposit):
            let lead: Phrase = deposit == nil ? .numberUnknown : .broughtToNoEnd
            return [(.reason, lead, .text), (.next, .next(.unknown), .strong)]
        }
    }
}
