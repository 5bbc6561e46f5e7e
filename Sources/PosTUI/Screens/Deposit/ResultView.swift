import PayEngine

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
            let next: Phrase = deposit.isLateSuccess ? .lateSuccess(deposit) : .next(outcome, deposit.reason)
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
