import PayEngine

enum ApprovalView {
    static func draw(_ approval: ApprovalForm, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        switch approval.stage {
        case .choosing: drawList(approval, language, on: &frame, in: rect)
        case .pin(let member):
            FieldBox(
                prompt: Phrase.pinPrompt(member).text(in: language), content: approval.field.shown(whileScanning: true),
                problem: approval.problem?.text(in: language), width: 40
            ).draw(on: &frame, x: rect.x, y: rect.y, limit: rect.right)
        case .checking(let member, _):
            frame.put(Phrase.pinPrompt(member).text(in: language), x: rect.x, y: rect.y, role: .strong)
            frame.put(Phrase.pinChecking.text(in: language), x: rect.x, y: rect.y + 2, role: .accent)
        }
    }

    private static func drawList(
        _ approval: ApprovalForm, _ language: TillConfiguration.Language, on frame: inout Frame, in rect: Rect
    ) {
        frame.put(Phrase.approverPrompt.text(in: language), x: rect.x, y: rect.y, role: .strong, limit: rect.right)
        let visible = max(1, rect.height - 2)
        let first = max(0, min(approval.selected - visible / 2, approval.candidates.count - visible))
        for (index, member) in approval.candidates.enumerated().dropFirst(first).prefix(visible) {
            let isSelected = index == approval.selected
            let y = rect.y + 2 + index - first
            let name = "\(member.name.printable) (\(member.id.printable))"
            frame.put(
                ((isSelected ? "> " : "  ") + name).padded(columns: min(40, rect.width)), x: rect.x, y: y,
                role: isSelected ? .selected : .text, limit: rect.right)
        }
    }
}
