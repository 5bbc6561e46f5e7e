import PayEngine

enum AmountView {
    static func draw(_ screen: AmountScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let shown = screen.field.shown(whileScanning: till.isScanning)
        FieldBox(
            prompt: Phrase.amountPrompt.text(in: language), content: shown, problem: screen.problem?.text(in: language),
            width: 40
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 1, limit: rect.right)
        let limit = Phrase.amountLimit(till.settings.maximum).text(in: language)
        frame.put(limit, x: rect.x + 44, y: rect.y + 3, role: .muted)
        var y = rect.y + 8
        y = drawQuickAmounts(till, on: &frame, x: rect.x + 2, y: y)
        DemoHint.draw(till.settings, on: &frame, in: Rect(x: rect.x, y: y, width: rect.width, height: rect.bottom - y))
    }

    private static func drawQuickAmounts(_ till: TillContext, on frame: inout Frame, x: Int, y: Int) -> Int {
        guard !till.settings.quickAmounts.isEmpty else { return y }
        frame.put(Phrase.quickAmounts.text(in: till.language), x: x, y: y, role: .muted)
        var column = x
        for (index, amount) in till.settings.quickAmounts.enumerated() {
            column = frame.put(AmountScreen.quickAmounts[index].label, x: column, y: y + 1, role: .hintKey) + 1
            column = frame.put(Phrase.money(amount).text(in: till.language), x: column, y: y + 1) + 3
        }
        return y + 3
    }
}
