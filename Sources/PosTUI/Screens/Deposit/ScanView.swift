import PayEngine

enum ScanView {
    static func draw(_ screen: ScanScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        BigNumber.draw(screen.draft.amount.yuan, x: rect.x + 2, y: rect.y + 1, role: .figures, on: &frame)
        let x = rect.x + 2 + BigNumber.width(screen.draft.amount.yuan) + 4
        frame.put(
            Phrase.money(screen.draft.amount).text(in: language), x: x, y: rect.y + 1, role: .strong,
            limit: rect.right)
        let platform = screen.platform.map(Phrase.platform) ?? .platformByCode
        frame.put(
            Phrase.platform.text(in: language) + "  " + platform.text(in: language), x: x, y: rect.y + 3,
            role: screen.platform == nil ? .muted : .strong, limit: rect.right)
        if let reference = screen.draft.reference {
            let words = Phrase.reference.text(in: language) + "  " + reference.printable
            frame.put(words, x: x, y: rect.y + 5, role: .muted, limit: rect.right)
        }
        FieldBox(
            prompt: Phrase.scanPrompt.text(in: language), content: screen.field.shown(whileScanning: true),
            problem: screen.problem?.text(in: language), width: 40
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 8, limit: rect.right)
        frame.put(
            Phrase.scanSendsAtOnce.text(in: language), x: rect.x + 2, y: rect.y + 15, role: .muted, limit: rect.right)
        frame.put(
            Phrase.offerInstead.text(in: language), x: rect.x + 2, y: rect.y + 17, role: .muted, limit: rect.right)
    }
}
