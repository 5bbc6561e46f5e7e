import PayEngine

enum OpenQuestionsView {
    /// Two lines for each order.
    private static let rowHeight = 2
    private static let headHeight = 4

    /// Returns how many orders are on the screen at once.
    static func page(_ size: Size) -> Int {
        max(1, (ScreenLayout.body(size).height - headHeight - 1) / rowHeight)
    }

    static func draw(_ screen: OpenQuestionsScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        switch screen.stage {
        case .list: drawList(screen, till: till, on: &frame, in: rect)
        case .reason(let number, let field):
            drawClosing(number, on: &frame, in: rect, language: language)
            FieldBox(
                prompt: Phrase.closingPrompt.text(in: language),
                content: field.shown(whileScanning: till.isScanning), problem: screen.message?.text(in: language),
                width: rect.width - 4
            ).draw(on: &frame, x: rect.x + 2, y: rect.y + 6, limit: rect.right)
        case .approval(let number, let reason, let approval):
            drawClosing(number, on: &frame, in: rect, language: language)
            drawReason(reason, nil, on: &frame, in: rect, language: language)
            ApprovalView.draw(
                approval, till: till, on: &frame,
                in: Rect(x: rect.x + 2, y: rect.y + 11, width: rect.width - 2, height: rect.height - 11))
        case .confirmation(let number, let reason, let ticket, _):
            drawClosing(number, on: &frame, in: rect, language: language)
            drawReason(reason, .closingConfirm, on: &frame, in: rect, language: language)
            if let closer = ticket.member {
                let name = till.settings.name(ofStaff: closer.id)
                frame.put(.fact(Phrase.closer.text(in: language), name), x: rect.x + 2, y: rect.y + 13)
            }
        case .closing(let number, _):
            drawClosing(number, on: &frame, in: rect, language: language)
            frame.put(Phrase.closingAsks.text(in: language), x: rect.x + 2, y: rect.y + 6, role: .accent)
        }
    }

    private static func drawList(
        _ screen: OpenQuestionsScreen, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        let head = screen.message ?? .openQuestionsHint
        frame.put(
            wrapped: head.text(in: language), in: Rect(x: rect.x, y: rect.y, width: rect.width, height: 2),
            role: screen.message == nil ? .muted : .warning)
        guard !till.openQuestions.isEmpty else {
            frame.put(Phrase.noOpenQuestions.text(in: language), x: rect.x + 2, y: rect.y + 3, role: .success)
            return
        }
        let visible = page(till.size)
        let first = max(0, min(screen.selected - visible / 2, till.openQuestions.count - visible))
        frame.put(
            "    " + Phrase.since.text(in: language).padded(columns: 21)
                + Phrase.platform.text(in: language).padded(columns: 12) + Phrase.amount.text(in: language),
            x: rect.x, y: rect.y + 3, role: .muted)
        var y = rect.y + headHeight
        for (index, order) in till.openQuestions.enumerated().dropFirst(first).prefix(visible) {
            drawRow(order, isSelected: index == screen.selected, till: till, on: &frame, in: rect, y: y)
            y += rowHeight
        }
        let count = "\(screen.selected + 1)/\(till.openQuestions.count)"
        frame.put(count, endingAt: rect.right, y: rect.y + 3, role: .muted)
    }

    private static func drawRow(
        _ order: DepositOrder, isSelected: Bool, till: TillContext, on frame: inout Frame, in rect: Rect, y: Int
    ) {
        let language = till.language
        let role: Role = isSelected ? .selected : .strong
        if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), role: role) }
        let text =
            (isSelected ? "  > " : "    ") + till.settings.zone.dayAndTime(order.startTime).padded(columns: 21)
            + Phrase.platform(order.deposit.platform).text(in: language).padded(columns: 12)
            + order.fee.yuan.padded(columns: 12)
            + Phrase.shortState(order).text(in: language)
        frame.put(text, x: rect.x, y: y, role: role, limit: rect.right)
        let number = OrderFacts.grouped(order.number.text, by: 4)
        let end = frame.put(number + "  ", x: rect.x + 4, y: y + 1, role: .text, limit: rect.right)
        frame.put(
            Phrase.reason(order.reason).text(in: language).cut(columns: max(0, rect.right - end)), x: end, y: y + 1,
            role: .muted, limit: rect.right)
    }

    private static func drawClosing(
        _ number: OrderNumber, on frame: inout Frame, in rect: Rect, language: TillConfiguration.Language
    ) {
        frame.put(Phrase.closingTitle.text(in: language), x: rect.x + 2, y: rect.y, role: .accent)
        frame.put(
            Line.fact(Phrase.orderNumber.text(in: language), OrderFacts.grouped(number.text, by: 4), role: .strong),
            x: rect.x + 2, y: rect.y + 1)
        frame.put(
            wrapped: Phrase.closingExplains.text(in: language),
            in: Rect(x: rect.x + 2, y: rect.y + 3, width: rect.width - 4, height: 2), role: .muted)
    }

    private static func drawReason(
        _ reason: String, _ question: Phrase?, on frame: inout Frame, in rect: Rect,
        language: TillConfiguration.Language
    ) {
        frame.put(Phrase.reason.text(in: language), x: rect.x + 2, y: rect.y + 6, role: .muted)
        let y = frame.put(
            wrapped: reason, in: Rect(x: rect.x + 14, y: rect.y + 6, width: rect.width - 16, height: 4))
        if let question { frame.put(question.text(in: language), x: rect.x + 2, y: y + 1, role: .warning) }
    }
}
