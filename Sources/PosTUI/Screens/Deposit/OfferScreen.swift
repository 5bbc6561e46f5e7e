import PayEngine

/// The screen of a code that the customer scans with Alipay; putting it away takes nothing back.
struct OfferScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case putAway
    }

    private static let keys = KeyTable<Action>(Phrase("顾客扫码", "The customer scans"))
        .till(TillKeys.serveNext)
        .own(
            KeyBinding(
                "Esc", [.escape], .putAway, hint: Phrase("收起", "Put it away"),
                help: Phrase("收起二维码；这一单继续在后台等", "Put the code away; the order goes on by itself"))
        )
        .till(TillKeys.openQuestions, TillKeys.news, TillKeys.help, TillKeys.quit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    let id: FreezeID

    var title: Phrase { .offerTitle }
    var keys: KeyTable<Action> { Self.keys }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .putAway:
            guard let freeze = till.freezes[id], freeze.deposit != nil else {
                till.note = .stillSending
                return .stay
            }
            till.note = freeze.leftInBackground
            return Step(move: .home)
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        guard let freeze = till.freezes[id] else { return }
        OfferView.draw(freeze, till: till, on: &frame, in: rect)
    }
}
