import PayEngine

enum LookUpView {
    static func draw(_ screen: LookUpScreen, state: State, on frame: inout Frame, in rect: Rect) {
        let language = state.language
        switch screen.stage {
        case .entry: drawField(screen.field, .numberPrompt, screen, state, on: &frame, in: rect)
        case .asking(_, let since):
            let number = screen.number?.text ?? ""
            frame.put(
                Line.fact(Phrase.orderNumber.text(in: language), OrderFacts.grouped(number, by: 4), role: .strong),
                x: rect.x + 2, y: rect.y + 1)
            let seconds = max(0, (state.now.uptime - since) / 1000)
            frame.put(Phrase.asking(seconds).text(in: language), x: rect.x + 2, y: rect.y + 3, role: .accent)
        case .shown(let found):
            if let field = screen.releaseField {
                drawField(field, .releasePrompt, screen, state, on: &frame, in: rect)
            } else {
                let lines = LookUpReport(found: found, screen: screen, state: state).lines
                frame.put(lines, in: rect, scroll: min(screen.scroll, max(0, lines.count - rect.height)))
            }
        }
    }

    static func scrolled(_ screen: LookUpScreen, by action: Action, in state: State) -> Int {
        guard case .shown(let found) = screen.stage else { return 0 }
        let count = LookUpReport(found: found, screen: screen, state: state).lines.count
        return Scrolling.offset(screen.scroll, by: action, count: count, visible: MainView.body(state.size).height)
    }

    private static func drawField(
        _ field: TextField, _ prompt: Phrase, _ screen: LookUpScreen, _ state: State, on frame: inout Frame,
        in rect: Rect
    ) {
        FieldBox(
            prompt: prompt.text(in: state.language), content: field.shown(whileScanning: state.isScanning),
            problem: screen.problem?.text(in: state.language), width: 48
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 1, limit: rect.right)
    }
}
