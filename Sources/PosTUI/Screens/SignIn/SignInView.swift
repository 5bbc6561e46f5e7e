import PayEngine

enum SignInView {
    private static let listTop = 8

    /// Returns how many of the staff are on the screen at once.
    static func page(_ size: Size) -> Int {
        max(1, ScreenLayout.body(size).height - listTop)
    }

    static func draw(_ screen: SignInScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        switch screen.stage {
        case .choosing:
            frame.put(Phrase.signInHint.text(in: language), x: rect.x + 2, y: rect.y + 1, role: .muted)
            FieldBox(
                prompt: Phrase.staffID.text(in: language),
                content: screen.field.shown(whileScanning: till.isScanning),
                problem: screen.problem?.text(in: language), width: 24
            ).draw(on: &frame, x: rect.x + 2, y: rect.y + 2, limit: rect.right)
            drawStaff(screen, till: till, on: &frame, in: rect)
        case .pin(let member):
            FieldBox(
                prompt: Phrase.pinPrompt(member).text(in: language),
                content: screen.field.shown(whileScanning: true),
                problem: screen.problem?.text(in: language), width: 24
            ).draw(on: &frame, x: rect.x + 2, y: rect.y + 2, limit: rect.right)
        case .checking(let member):
            frame.put(Phrase.pinPrompt(member).text(in: language), x: rect.x + 2, y: rect.y + 2, role: .muted)
            frame.put(Phrase.pinChecking.text(in: language), x: rect.x + 2, y: rect.y + 4, role: .accent)
        }
    }

    private static func drawStaff(_ screen: SignInScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let staff = till.settings.staff
        let visible = page(till.size)
        let first = Scrolling.first(showing: screen.selected, count: staff.count, visible: visible)
        for (index, member) in staff.enumerated().dropFirst(first).prefix(visible) {
            let isSelected = index == screen.selected
            let y = rect.y + listTop + index - first
            let role: Role = isSelected ? .selected : .text
            if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), role: role) }
            let text =
                (isSelected ? "  > " : "    ") + member.id.printable.padded(columns: 14)
                + member.name.printable.padded(columns: 24)
                + Phrase.role(member.role).text(in: language).padded(columns: 14)
                + (member.pinHash == nil ? "" : Phrase.needsPin.text(in: language))
            frame.put(text, x: rect.x, y: y, role: role, limit: rect.right)
        }
    }
}
