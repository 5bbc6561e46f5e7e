import PayEngine

/// The screen of a freeze that was sent; nothing here takes it back.
struct ProgressScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case takeBack
    }

    private static let keys = ProgressKeys.table(Action.takeBack)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    let id: FreezeID

    var title: Phrase { .progressTitle }
    var keys: KeyTable<Action> { Self.keys }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .takeBack: till.note = .cannotBeTakenBack
        }
        return .stay
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        guard let freeze = till.freezes[id] else { return }
        ProgressView.draw(freeze, till: till, on: &frame, in: rect)
    }
}
