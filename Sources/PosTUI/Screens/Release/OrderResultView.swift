import PayEngine

enum OrderResultView {
    static func draw(_ screen: OrderResultScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        var lines: [String] = []
        if let platform = screen.platform {
            lines.append(
                Phrase.platform(platform).text(in: language) + "  " + Phrase.money(screen.amount).text(in: language))
        }
        if let deposit = screen.end.order?.deposit, screen.end.outcome == .done {
            lines.append(Phrase.stillHeld(deposit.left).text(in: language))
        }
        OutcomeBand(
            band: .outcome(screen.end.outcome), headline: screen.end.headline.text(in: language), lines: lines,
            amount: screen.amount
        ).draw(on: &frame, in: rect)
        var y = rect.y + OutcomeBand.height + 1
        for line in facts(screen, till) {
            frame.put(line, x: rect.x + 2, y: y, limit: rect.right)
            y += 1
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

    private static func facts(_ screen: OrderResultScreen, _ till: TillContext) -> [Line] {
        let target = screen.draft?.target
        guard let order = screen.end.order else {
            return target.map { LaterOrderFacts.deposit($0, till.language) } ?? []
        }
        let number = OrderFacts.grouped(order.deposit.number.text, by: 4)
        return [.fact(Phrase.deposit.text(in: till.language), number, role: .strong)]
            + LaterOrderFacts.order(order, till.settings)
    }

    private static func paragraphs(_ screen: OrderResultScreen) -> [(Phrase, Phrase, Role)] {
        switch screen.end {
        case .settled(let order):
            let next = (Phrase.next, Phrase.next(order), Role.strong)
            if order.isLateSuccess { return [(.reason, .lateOrder(order), .warning), next] }
            return order.outcome == .done ? [next] : [(.reason, .reason(order.reason), .text), next]
        case .leftOpen(let order): return [(.reason, .reason(order.reason), .text), (.next, .nextUnknown, .strong)]
        case .rejected(let rejection):
            return [(.reason, .rejection(rejection), .error), (.next, .nextAfterNotTried, .strong)]
        case .lost(let order):
            let lead: Phrase = order == nil ? .numberUnknown : .broughtToNoEnd
            return [(.reason, lead, .text), (.next, .nextUnknown, .strong)]
        }
    }
}
