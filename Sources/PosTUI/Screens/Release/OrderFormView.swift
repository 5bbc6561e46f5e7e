import PayEngine

enum OrderFormView {
    static func draw(_ screen: OrderFormScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        switch screen.stage {
        case .amount: drawAmount(screen, till: till, on: &frame, in: rect)
        case .approval(let approval):
            let y = drawFigures(screen, till: till, on: &frame, in: rect)
            ApprovalView.draw(
                approval, till: till, on: &frame,
                in: Rect(x: rect.x + 2, y: y + 1, width: rect.width - 2, height: rect.bottom - y - 1))
        case .confirmation: drawConfirmation(screen, till: till, on: &frame, in: rect)
        }
    }

    private static func drawAmount(
        _ screen: OrderFormScreen, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        let target = screen.draft.target
        var lines = LaterOrderFacts.deposit(target, language)
        lines.append(
            .fact(
                Phrase.platform.text(in: language), Phrase.platform(target.platform).text(in: language)))
        lines.append(
            .fact(Phrase.frozenTotal.text(in: language), Phrase.money(target.frozen).text(in: language)).then("    ")
                .then(Phrase.leftTotal.text(in: language) + " ", role: .muted)
                .then(Phrase.money(target.left).text(in: language), role: .strong))
        frame.put(lines, in: Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 2, height: 5), scroll: 0)
        let boxes = [
            FieldBox(
                prompt: Phrase.remarkPrompt.text(in: language),
                content: screen.remark.shown(whileScanning: till.isScanning), width: rect.width - 4),
            FieldBox(
                prompt: Phrase.orderFormPrompt(screen.draft.purpose).text(in: language),
                content: screen.field.shown(whileScanning: till.isScanning),
                problem: screen.problem?.text(in: language), width: 40),
        ]
        // The cursor stands where the last one was drawn.
        for index in screen.isAtRemark ? [1, 0] : [0, 1] {
            boxes[index].draw(on: &frame, x: rect.x + 2, y: rect.y + (index == 0 ? 14 : 6), limit: rect.right)
        }
        let rule = Phrase.rule(screen.draft, allowsPart: till.settings.wechatPartialRelease)
        frame.put(
            wrapped: rule.text(in: language),
            in: Rect(x: rect.x + 2, y: rect.y + 12, width: rect.width - 2, height: 2),
            role: screen.draft.offersChoice ? .strong : .muted)
    }

    /// Draws the amount in big figures, with the deposit beside and below it, and returns the line after it.
    private static func drawFigures(
        _ screen: OrderFormScreen, till: TillContext, on frame: inout Frame, in rect: Rect
    ) -> Int {
        let language = till.language
        let draft = screen.draft
        BigNumber.draw(draft.amount.yuan, x: rect.x + 2, y: rect.y + 1, role: .figures, on: &frame)
        let x = rect.x + 2 + BigNumber.width(draft.amount.yuan) + 4
        let facts: [(Phrase, Role)] = [
            (.purpose(draft.purpose, draft.amount), .strong), (.platform(draft.target.platform), .text),
            (.frozenAndLeft(frozen: draft.target.frozen, left: draft.target.left), .muted),
        ]
        for (index, (phrase, role)) in facts.enumerated() {
            frame.put(phrase.text(in: language), x: x, y: rect.y + 1 + 2 * index, role: role, limit: rect.right)
        }
        var lines = LaterOrderFacts.deposit(draft.target, language)
        if let approver = draft.approver {
            lines.append(
                .fact(Phrase.approver.text(in: language), till.settings.name(ofStaff: approver.id)))
        }
        if let remark = draft.remark {
            lines.append(.fact(Phrase.remark.text(in: language), remark.printable.cut(columns: rect.width - 16)))
        }
        let y = rect.y + 2 + BigNumber.height
        frame.put(lines, in: Rect(x: rect.x + 2, y: y, width: rect.width - 2, height: 4), scroll: 0)
        return y + lines.count
    }

    private static func drawConfirmation(
        _ screen: OrderFormScreen, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        var y = drawFigures(screen, till: till, on: &frame, in: rect) + 1
        frame.put(Phrase.whatHappens.text(in: language), x: rect.x + 2, y: y, role: .accent)
        y += 1
        for (phrase, role) in Phrase.consequences(screen.draft) {
            y = frame.put(
                wrapped: phrase.text(in: language),
                in: Rect(x: rect.x + 2, y: y, width: rect.width - 4, height: rect.bottom - y), role: role)
        }
        let question = Phrase.orderFormConfirm(screen.draft.purpose)
        frame.put(
            question.text(in: language), x: rect.x + 2, y: min(y + 1, rect.bottom - 1), role: .warning,
            limit: rect.right)
    }
}
