import PayEngine

enum FindView {
    private static let headHeight = 2
    /// A line, and who and what the selected one is.
    private static let footHeight = 3
    private static let labelWidth = 14
    private static let tailWidth = 11
    private static let timeWidth = 18
    private static let amountWidth = 12
    private static let stateWidth = 20

    /// Returns how many deposits are on the screen at once.
    static func page(_ size: Size) -> Int {
        max(1, ScreenLayout.body(size).height - headHeight - footHeight)
    }

    static func draw(_ screen: FindScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        switch screen.stage {
        case .form: drawForm(screen, till: till, on: &frame, in: rect)
        case .searching:
            frame.put(Phrase.searching.text(in: till.language), x: rect.x + 2, y: rect.y + 1, role: .accent)
        case .found(let found): drawFound(found, screen, till: till, on: &frame, in: rect)
        }
    }

    // MARK: - Form

    private static func drawForm(_ screen: FindScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        var y = frame.put(
            wrapped: Phrase.findHint.text(in: language),
            in: Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: 4), role: .muted)
        y += 1
        for field in FindScreen.Field.allCases {
            let isFocus = field == screen.focus
            frame.put(isFocus ? ">" : " ", x: rect.x + 2, y: y, role: .accent)
            frame.put(label(field).text(in: language), x: rect.x + 4, y: y, role: isFocus ? .strong : .text)
            drawField(field, screen, till: till, on: &frame, x: rect.x + 4 + labelWidth, y: y)
            y += 2
        }
        if let problem = screen.problem {
            frame.put(
                wrapped: "! " + problem.text(in: language),
                in: Rect(x: rect.x + 2, y: y, width: rect.width - 4, height: 2), role: .error)
        }
    }

    private static func drawField(
        _ field: FindScreen.Field, _ screen: FindScreen, till: TillContext, on frame: inout Frame, x: Int, y: Int
    ) {
        let width = field == .text ? 44 : 16
        var shown = screen.fields[field]?.shown(whileScanning: till.isScanning && field == screen.focus) ?? ""
        // The end of a long text is what is being typed.
        while CellWidth.of(shown) > width { shown.removeFirst() }
        frame.put("[", x: x, y: y, role: .border)
        frame.put(shown.padded(columns: width), x: x + 2, y: y, role: .field)
        frame.put("]", x: x + 3 + width, y: y, role: .border)
        if field == screen.focus { frame.showCursor(x: x + 2 + CellWidth.of(shown), y: y) }
    }

    private static func label(_ field: FindScreen.Field) -> Phrase {
        switch field {
        case .text: .findText
        case .amount: .amount
        case .clerk: .clerk
        case .day: .findDay
        }
    }

    // MARK: - Found

    private static func drawFound(
        _ found: SearchResults, _ screen: FindScreen, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        let (words, role) = summary(found)
        let height = found.deposits.isEmpty ? rect.height : headHeight
        frame.put(
            wrapped: words.text(in: language),
            in: Rect(x: rect.x, y: rect.y, width: rect.width - 10, height: height), role: role)
        guard !found.deposits.isEmpty else { return }
        frame.put("\(screen.selected + 1)/\(found.deposits.count)", endingAt: rect.right, y: rect.y, role: .muted)
        drawHead(language, on: &frame, in: rect)
        let visible = page(till.size)
        let first = Scrolling.first(showing: screen.selected, count: found.deposits.count, visible: visible)
        for (index, deposit) in found.deposits.enumerated().dropFirst(first).prefix(visible) {
            let y = rect.y + headHeight + index - first
            drawRow(deposit, isSelected: index == screen.selected, till: till, on: &frame, in: rect, y: y)
        }
        guard found.deposits.indices.contains(screen.selected) else { return }
        drawFoot(found.deposits[screen.selected], till: till, on: &frame, in: rect)
    }

    private static func summary(_ found: SearchResults) -> (Phrase, Role) {
        if let doubt = found.doubt { return (.searchDoubt(doubt, found: found.deposits.count), .error) }
        if found.deposits.isEmpty { return (.nothingFound, .warning) }
        return found.hasMore ? (.foundMore(found.deposits.count), .warning) : (.found(found.deposits.count), .muted)
    }

    private static func drawHead(_ language: TillConfiguration.Language, on frame: inout Frame, in rect: Rect) {
        let amount = Phrase.amount.text(in: language)
        let text =
            "    " + Phrase.lastDigits.text(in: language).padded(columns: tailWidth)
            + Phrase.time.text(in: language).padded(columns: timeWidth)
            + String(repeating: " ", count: amountWidth - CellWidth.of(amount) - 2) + amount + "  "
            + Phrase.state.text(in: language).padded(columns: stateWidth) + Phrase.reference.text(in: language)
        frame.put(text, x: rect.x, y: rect.y + 1, role: .muted, limit: rect.right)
    }

    private static func drawRow(
        _ deposit: Deposit, isSelected: Bool, till: TillContext, on frame: inout Frame, in rect: Rect, y: Int
    ) {
        let language = till.language
        if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), role: .selected) }
        func put(_ text: String, _ x: Int, _ role: Role) -> Int {
            frame.put(text, x: x, y: y, role: isSelected ? .selected : role, limit: rect.right)
        }
        let amount = deposit.fee.yuan
        let time = String(till.settings.zone.dayAndTime(deposit.startTime).prefix(16))
        var x = put(isSelected ? "  > " : "    ", rect.x, .text)
        x = put(OrderFacts.tail(of: deposit.number).padded(columns: tailWidth), x, .strong)
        x = put(time.padded(columns: timeWidth), x, .text)
        x = put(String(repeating: " ", count: max(0, amountWidth - 2 - amount.count)) + amount + "  ", x, .text)
        let words = Phrase.shortState(deposit).text(in: language)
        x = put(words.padded(columns: stateWidth), x, deposit.outcome.textRole)
        _ = put((deposit.reference ?? "").printable.cut(columns: max(0, rect.right - x)), x, .text)
    }

    private static func drawFoot(_ deposit: Deposit, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let y = rect.bottom - footHeight
        frame.horizontalLine(x: rect.x, y: y, width: rect.width)
        let number = OrderFacts.grouped(deposit.number.text, by: 4)
        frame.put(
            Line.fact(Phrase.orderNumber.text(in: language), number, role: .strong).then(
                "  " + Phrase.platform(deposit.platform).text(in: language)),
            x: rect.x, y: y + 1, limit: rect.right)
        var facts = Line.fact(Phrase.clerk.text(in: language), (deposit.staffID ?? "-").printable)
        if let reference = deposit.reference { facts = facts.then("  " + reference.printable) }
        frame.put(facts, x: rect.x, y: y + 2, limit: rect.right)
    }
}
