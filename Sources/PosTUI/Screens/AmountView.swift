import PayEngine

enum AmountView {
    static func draw(_ screen: AmountScreen, state: State, on frame: inout Frame, in rect: Rect) {
        let language = state.language
        let shown = screen.field.shown(whileScanning: state.isScanning)
        FieldBox(
            prompt: Phrase.amountPrompt.text(in: language), content: shown, problem: screen.problem?.text(in: language),
            width: 40
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 1, limit: rect.right)
        let limit = Phrase.amountLimit(state.settings.maximum).text(in: language)
        frame.put(limit, x: rect.x + 44, y: rect.y + 3, role: .muted)
        var y = rect.y + 8
        y = drawQuickAmounts(state, on: &frame, x: rect.x + 2, y: y)
        DemoHint.draw(state, on: &frame, in: Rect(x: rect.x, y: y, width: rect.width, height: rect.bottom - y))
    }

    private static func drawQuickAmounts(_ state: State, on frame: inout Frame, x: Int, y: Int) -> Int {
        guard !state.settings.quickAmounts.isEmpty else { return y }
        frame.put(Phrase.quickAmounts.text(in: state.language), x: x, y: y, role: .muted)
        var column = x
        for (index, amount) in state.settings.quickAmounts.enumerated() {
            column = frame.put(KeyMap.quickAmounts[index].label, x: column, y: y + 1, role: .hintKey) + 1
            column = frame.put(Phrase.money(amount).text(in: state.language), x: column, y: y + 1) + 3
        }
        return y + 3
    }
}
