import PayEngine

/// The screen of a release or a consume that was confirmed.
///
/// Esc takes it back as long as it is not made; nothing takes back what is.
struct OrderProgressScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case takeBack
    }

    private static let keys = ProgressKeys.table(Action.takeBack)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    let id: AttemptID

    var title: Phrase { .orderProgressTitle }
    var keys: KeyTable<Action> { Self.keys }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        guard let run = till.attempts[id] else { return .stay }
        switch run.stage {
        case .preparing, .heldBack:
            till.note = .takingBack
            return .ask(.withdraw(id))
        case .underWay, .ended:
            till.note = .cannotBeTakenBack
            return .stay
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        guard let run = till.attempts[id] else { return }
        OrderProgressView.draw(run, till: till, on: &frame, in: rect)
    }
}
