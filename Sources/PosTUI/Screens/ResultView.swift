import PayEngine

enum ResultView {
    static func draw(_ screen: ResultScreen, state: State, on frame: inout Frame, in rect: Rect) {
        let language = state.language
        var lines = [
            Phrase.platform(screen.platform).text(in: language) + "  " + Phrase.money(screen.amount).text(in: language)
        ]
        if let deposit = screen.deposit, deposit.outcome == .frozen, deposit.left < deposit.fee {
            lines.append(Phrase.stillHeld(deposit.left).text(in: language))
        }
        OutcomeBand(
            outcome: screen.outcome, headline: Phrase.headline(screen.outcome).text(in: language), lines: lines,
            amount: screen.amount
        ).draw(on: &frame, in: rect)
        var y = rect.y + OutcomeBand.height + 1
        if let deposit = screen.deposit {
            for line in OrderFacts.lines(deposit, state: state) {
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

    private static func paragraphs(_ screen: ResultScreen) -> [(Phrase, Phrase, Role)] {
        let outcome = screen.outcome
        switch screen.end {
        case .settled(let deposit):
            let next: Phrase = deposit.isLateSuccess ? .lateSuccess : .next(outcome)
            if outcome == .frozen { return [(.next, next, .strong)] }
            return [(.reason, .reason(deposit.reason), .text), (.next, next, .strong)]
        case .leftOpen(let deposit):
            return [(.reason, .reason(deposit.reason), .text), (.next, .next(outcome), .strong)]
        case .seenBefore(let deposit):
            return [
                (.reason, .seenBefore, .warning), (.state, .reason(deposit.reason), .text),
                (.next, outcome == .frozen ? .nextAfterSeenBefore : .next(outcome), .strong),
            ].filter { outcome != .frozen || $0.0 != .state }
        case .rejected(let rejection):
            return [(.reason, .rejection(rejection), .error), (.next, .nextAfterRejection, .strong)]
        case .lost(let deposit):
            let lead: Phrase = deposit == nil ? .numberUnknown : .broughtToNoEnd
            return [(.reason, lead, .text), (.next, .next(.unknown), .strong)]
        }
    }
}
