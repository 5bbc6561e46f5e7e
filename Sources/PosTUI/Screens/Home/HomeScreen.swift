import PayEngine

/// The screen that shows what can be done.
///
/// A hurried clerk may begin to type an amount here, or scan an order number.
struct HomeScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case dismissNotices
    }

    static let keys = KeyTable<Action>(Phrase("首页", "Home"))
        .till(
            TillKeys.newDeposit, TillKeys.lookUp, TillKeys.openQuestions, TillKeys.held, TillKeys.find, TillKeys.news,
            TillKeys.help, TillKeys.questionMark, TillKeys.quit, TillKeys.signOut
        )
        .own(
            KeyBinding("Esc", [.escape], .dismissNotices, help: Phrase("收起启动提示", "Put the notices away")))

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    var title: Phrase { .homeTitle }
    var keys: KeyTable<Action> { Self.keys }
    var input: TypedField { .money }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .dismissNotices: till.notices = []
        }
        return .stay
    }

    /// Judges whatever is typed as at the amount; a scan is taken out of it again at its end.
    func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character(let character, let isFast):
            till.note = nil
            guard character != " " else { return .stay }
            return Step(move: .begin(.amount(.typed(character, isFast: isFast))))
        case .paste(let text):
            till.note = ScannedText.problem(ofAmount: text, maximum: till.settings.maximum)
            guard till.note == nil else { return .stay }
            return Step(move: .begin(.amount(.text(text))))
        case .deleteLast, .discard: return .stay
        }
    }

    func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch scan {
        case .text(let text):
            switch ScannedText(text) {
            case .paymentCode: till.note = .amountFirst
            case .orderNumber(let number): return .open(.lookUp(number))
            case .other: till.note = .scanNotUnderstood
            }
        case .burst, .broken: till.note = scan.refusal
        }
        return .stay
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        HomeView.draw(till, on: &frame, in: rect)
    }
}
