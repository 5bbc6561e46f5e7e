import PayEngine

enum ReferenceView {
    static func draw(_ screen: ReferenceScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        frame.put(
            Line.fact(
                Phrase.amount.text(in: language), Phrase.money(screen.draft.amount).text(in: language), role: .strong),
            x: rect.x + 2, y: rect.y + 1)
        FieldBox(
            prompt: Phrase.referencePrompt.text(in: language),
            content: screen.field.shown(whileScanning: till.isScanning),
            problem: screen.problem?.text(in: language), width: 60
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 3, limit: rect.right)
        frame.put(Phrase.referencePrivacy.text(in: language), x: rect.x + 2, y: rect.y + 10, role: .muted)
    }
}
