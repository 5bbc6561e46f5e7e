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
