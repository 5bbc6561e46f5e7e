import PayEngine

enum LookUpView {
    static func draw(_ screen: LookUpScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        switch screen.stage {
        case .entry: drawField(screen.field, .numberPrompt, screen, till, on: &frame, in: rect)
        case .asking(_, let since):
            let number = screen.number?.text ?? ""
            frame.put(
                Line.fact(Phrase.orderNumber.text(in: language), OrderFacts.grouped(number, by: 4), role: .strong),
                x: rect.x + 2, y: rect.y + 1)
            let seconds = max(0, (till.now.uptime - since) / 1000)
            frame.put(Phrase.asking(seconds).text(in: language), x: rect.x + 2, y: rect.y + 3, role: .accent)
        case .shown(let found):
            if let field = screen.releaseField {
                drawField(field, .releasePrompt, screen, till, on: &frame, in: rect)
            } else {
                let lines = LookUpReport(found: found, screen: screen, till: till).lines
                frame.put(lines, in: rect, scroll: min(screen.scroll, max(0, lines.count - rect.height)))
            }
        }
    }

    static func scrolled(_ screen: LookUpScreen, by move: ListMove, _ till: TillContext) -> Int {
        guard case .shown(let found) = screen.stage else { return 0 }
        let count = LookUpReport(found: found, screen: screen, till: till).lines.count
        return Scrolling.offset(screen.scroll, by: move, count: count, visible: ScreenLayout.body(till.size).height)
    }

    private static func drawField(
        _ field: TextField, _ prompt: Phrase, _ screen: LookUpScreen, _ till: TillContext, on frame: inout Frame,
        in rect: Rect
    ) {
        FieldBox(
            prompt: prompt.text(in: till.language), content: field.shown(whileScanning: till.isScanning),
            problem: screen.problem?.text(in: till.language), width: 48
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 1, limit: rect.right)
    }
}
