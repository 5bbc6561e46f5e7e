import PayEngine

/// What this till froze and still holds, oldest first.
struct HeldScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case lookUp, reload, back
        case scroll(ListMove)
    }

    private static let keys = KeyTable<Action>(Phrase("在押", "Held"))
        .own(.openSelected(.lookUp), .reload(.reload))
        .own(KeyBinding.scrolling(Action.scroll))
        .own(.back(.back))
        .till(
            TillKeys.find, TillKeys.newDeposit, TillKeys.lookUp, TillKeys.openQuestions, TillKeys.help, TillKeys.quit,
            TillKeys.news, TillKeys.questionMark)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    /// The line with the mark.
    var selected = 0

    var title: Phrase { .heldTitle }
    var keys: KeyTable<Action> { Self.keys }

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        let deposits = till.held ?? []
        switch action {
        case .lookUp:
            guard deposits.indices.contains(selected) else { return .stay }
            return .open(.lookUp(deposits[selected].number))
        case .reload: return .ask(.loadHeld)
        case .back: return .back
        case .scroll(let move):
            selected = Scrolling.selection(selected, by: move, count: deposits.count, page: HeldView.page(till.size))
            return .stay
        }
    }

    func receive(_ scan: Scan, in till: inout TillContext) -> Step { .lookUp(scan, in: &till) }

    /// Takes news in; the mark stays on its deposit.
    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        guard case .held(let old) = news, let new = till.held else { return .stay }
        let number = old.indices.contains(selected) ? old[selected].number : nil
        let place = new.firstIndex { $0.number == number }
        selected = place ?? min(selected, max(0, new.count - 1))
        return .stay
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        HeldView.draw(self, till: till, on: &frame, in: rect)
    }
}

extension Step {
    /// Looks an order number up where a list is shown; nothing else is scanned there.
    static func lookUp(_ scan: Scan, in till: inout TillContext) -> Step {
        if case .text(let text) = scan, case .orderNumber(let number) = ScannedText(text) {
            return .open(.lookUp(number))
        }
        till.note = .scanIgnored
        return .stay
    }
}

enum HeldView {
    /// A sentence, an empty line and the names of the columns.
    private static let headHeight = 3
    /// A line, the whole number of the selected one, what it is about, and the total.
    private static let footHeight = 4
    private static let tailWidth = 11
    private static let amountWidth = 12
    private static let platformWidth = 12
    private static let sinceWidth = 12

    /// Returns how many deposits are on the screen at once.
    static func page(_ size: Size) -> Int {
        max(1, ScreenLayout.body(size).height - headHeight - footHeight)
    }

    static func draw(_ screen: HeldScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        frame.put(Phrase.heldHint.text(in: language), x: rect.x, y: rect.y, role: .muted, limit: rect.right)
        guard let deposits = till.held else {
            frame.put(Phrase.heldLoading.text(in: language), x: rect.x + 2, y: rect.y + 2, role: .accent)
            return
        }
        guard !deposits.isEmpty else {
            frame.put(Phrase.heldNone.text(in: language), x: rect.x + 2, y: rect.y + 2, role: .success)
            return
        }
        drawHead(till, on: &frame, in: rect)
        frame.put("\(screen.selected + 1)/\(deposits.count)", endingAt: rect.right, y: rect.y + 1, role: .muted)
        let visible = page(till.size)
        let first = Scrolling.first(showing: screen.selected, count: deposits.count, visible: visible)
        for (index, deposit) in deposits.enumerated().dropFirst(first).prefix(visible) {
            let y = rect.y + headHeight + index - first
            drawRow(deposit, isSelected: index == screen.selected, till: till, on: &frame, in: rect, y: y)
        }
        drawFoot(deposits, screen, till: till, on: &frame, in: rect)
    }

    /// Returns the columns of the days; those that are not sure say so, which takes some.
    private static func daysWidth(_ till: TillContext) -> Int { till.gatewayNow.isSure ? 13 : 17 }

    private static func drawHead(_ till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let amount = Phrase.left.text(in: language)
        let text =
            "    " + Phrase.lastDigits.text(in: language).padded(columns: tailWidth)
            + String(repeating: " ", count: amountWidth - CellWidth.of(amount) - 2) + amount + "  "
            + Phrase.platform.text(in: language).padded(columns: platformWidth)
            + Phrase.heldSince.text(in: language).padded(columns: sinceWidth)
            + Phrase.daysLeft.text(in: language).padded(columns: daysWidth(till)) + Phrase.reference.text(in: language)
        frame.put(text, x: rect.x, y: rect.y + 2, role: .muted, limit: rect.right)
    }

    private static func drawRow(
        _ deposit: Deposit, isSelected: Bool, till: TillContext, on frame: inout Frame, in rect: Rect, y: Int
    ) {
        let language = till.language
        if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), role: .selected) }
        func put(_ text: String, _ x: Int, _ role: Role) -> Int {
            frame.put(text, x: x, y: y, role: isSelected ? .selected : role, limit: rect.right)
        }
        let days = till.daysLeft(of: deposit)
        let amount = deposit.left.yuan
        var x = put(isSelected ? "  > " : "    ", rect.x, .text)
        x = put(OrderFacts.tail(of: deposit.number).padded(columns: tailWidth), x, .strong)
        x = put(String(repeating: " ", count: max(0, amountWidth - 2 - amount.count)) + amount + "  ", x, .text)
        x = put(Phrase.platform(deposit.platform).text(in: language).padded(columns: platformWidth), x, .text)
        let since = String(till.settings.zone.dayAndTime(deposit.startTime).prefix(10))
        x = put(since.padded(columns: sinceWidth), x, .text)
        // The mark says it where colours don't.
        let sign = days <= Deposit.expiryWarningDays ? "! " : "  "
        x = put(
            (sign + Phrase.days(days, isSure: till.gatewayNow.isSure).text(in: language)).padded(
                columns: daysWidth(till)), x, role(of: days))
        _ = put((deposit.reference ?? "").printable.cut(columns: max(0, rect.right - x)), x, .text)
    }

    private static func role(of days: Int) -> Role {
        if days <= 0 { return .error }
        return days <= Deposit.expiryWarningDays ? .warning : .text
    }

    private static func drawFoot(
        _ deposits: [Deposit], _ screen: HeldScreen, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        let y = rect.bottom - footHeight
        frame.horizontalLine(x: rect.x, y: y, width: rect.width)
        if deposits.indices.contains(screen.selected) {
            let deposit = deposits[screen.selected]
            let number = Line.fact(
                Phrase.orderNumber.text(in: language), OrderFacts.grouped(deposit.number.text, by: 4), role: .strong)
            frame.put(number, x: rect.x, y: y + 1, limit: rect.right)
            if till.daysLeft(of: deposit) <= 0 {
                let words = Phrase.heldPerhapsReleased.text(in: language)
                frame.put(words, x: rect.x, y: y + 2, role: .error, limit: rect.right)
            } else if let reference = deposit.reference {
                let fact = Line.fact(Phrase.reference.text(in: language), reference.printable)
                frame.put(fact, x: rect.x, y: y + 2, limit: rect.right)
            }
        }
        let total = Fen(deposits.map(\.left.value).reduce(0, +))
        frame.put(
            Phrase.heldTotal(deposits.count, total).text(in: language), x: rect.x, y: y + 3, role: .strong,
            limit: rect.right)
    }
}
