import PayEngine

/// The search of this till's journal: a small form, then what was found.
struct FindScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case search, clear, back, nextField, previousField, lookUp, reload
        case scroll(ListMove)
    }

    enum Field: Int, CaseIterable, Sendable {
        /// A part of a number or of the reference.
        case text
        case amount, clerk, day
    }

    enum Stage: Equatable, Sendable {
        case form
        case searching(SearchID)
        case found(SearchResults)
    }

    /// The most deposits that are listed.
    static let limit = 200

    private static let formKeys = KeyTable<Action>(Phrase("查找", "Find"))
        .own(
            KeyBinding(
                "Enter", [.enter], .search, hint: Phrase("查找", "Find"),
                help: Phrase("按填写的条件查找", "Find what fits all that is filled in")),
            KeyBinding(
                "Tab", [.tab, .down], .nextField, hint: Phrase("下一格", "Next field"),
                help: Phrase("到下一格", "Go to the next field")),
            KeyBinding("Up", [.up], .previousField, help: Phrase("到上一格", "Go to the field before")),
            .clear(.clear), .back(.back)
        )
        .till(
            TillKeys.newDeposit, TillKeys.lookUp, TillKeys.openQuestions, TillKeys.heldToo, TillKeys.news,
            TillKeys.help, TillKeys.quit)
    private static let foundKeys = KeyTable<Action>(Phrase("找到的押金", "Found"))
        .own(
            .openSelected(.lookUp),
            KeyBinding(
                "Esc", [.escape], .back, hint: Phrase("改条件", "Change it"),
                help: Phrase("回去改查找条件", "Back to what is looked for")),
            .reload(.reload)
        )
        .own(KeyBinding.scrolling(Action.scroll))
        .till(
            TillKeys.newDeposit, TillKeys.lookUp, TillKeys.openQuestions, TillKeys.held, TillKeys.help, TillKeys.quit,
            TillKeys.news, TillKeys.questionMark)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [formKeys, foundKeys] }

    var stage = Stage.form
    private(set) var fields: [Field: TextField] = [
        .text: TextField(masking: .number), .amount: TextField(masking: .amount),
        .clerk: TextField(masking: .number), .day: TextField(masking: .number),
    ]
    /// Where is typed.
    var focus = Field.text
    /// The line of the list with the mark.
    var selected = 0
    var problem: Phrase?

    var title: Phrase { .findTitle }

    var keys: KeyTable<Action> {
        switch stage {
        case .form: Self.formKeys
        case .searching, .found: Self.foundKeys
        }
    }

    var input: TypedField { stage == .form ? .number : .none }
    var takesPlainText: Bool { false }

    var found: SearchResults? {
        if case .found(let found) = stage { found } else { nil }
    }

    /// Returns the text of a field without spaces at its ends.
    func text(_ field: Field) -> String {
        String((fields[field]?.text ?? "").printable.drop { $0 == " " }).withoutTrailingSpaces
    }

    mutating func edit(_ field: Field, _ change: (inout TextField) -> Void) {
        guard var text = fields[field] else { return }
        change(&text)
        fields[field] = text
    }

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .search, .reload: return search(&till)
        case .nextField: moveFocus(by: 1)
        case .previousField: moveFocus(by: -1)
        case .clear: return type(.discard, in: &till)
        case .back:
            if stage == .form { return .back }
            stage = .form
        case .lookUp:
            guard let deposits = found?.deposits, deposits.indices.contains(selected) else { return .stay }
            return .open(.lookUp(deposits[selected].number))
        case .scroll(let move):
            selected = Scrolling.selection(
                selected, by: move, count: found?.deposits.count ?? 0, page: FindView.page(till.size))
        }
        return .stay
    }

    private mutating func moveFocus(by step: Int) {
        let all = Field.allCases
        focus = all[(focus.rawValue + step + all.count) % all.count]
    }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character, .paste: till.note = nil
        case .deleteLast, .discard: break
        }
        guard stage == .form else { return .stay }
        problem = nil
        edit(focus) { $0.apply(input) }
        return .stay
    }

    /// Looks for a scanned number whatever field it fell into.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        guard stage == .form else { return .lookUp(scan, in: &till) }
        problem = nil
        switch scan {
        case .text(let scanned):
            let text = scanned.text
            edit(focus) { field in
                if field.text.hasSuffix(text) { field.set(String(field.text.dropLast(text.count))) }
            }
            focus = .text
            edit(.text) { $0.set(text) }
            return search(&till)
        case .burst, .broken:
            edit(focus) { $0.clear() }
            problem = .scanBrokeOff
            return .stay
        }
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        if case .found(let id, let found) = news, stage == .searching(id) { stage = .found(found) }
        return .stay
    }

    mutating func search(_ till: inout TillContext) -> Step {
        do throws(FindProblem) {
            let filter = try filter(till.settings, now: till.now.wall)
            let id = till.makeSearchID()
            problem = nil
            selected = 0
            stage = .searching(id)
            return .ask(.find(id, filter))
        } catch {
            stage = .form
            focus = error.field
            if error.phrase == .codeIsNoNumber { edit(error.field) { $0.clear() } }
            problem = error.phrase
            return .stay
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        FindView.draw(self, till: till, on: &frame, in: rect)
    }
}

/// What is wrong with the search, and in which field.
struct FindProblem: Error, Equatable {
    var field: FindScreen.Field
    var phrase: Phrase
}
