import PayEngine

/// The search of this till's journal: a small form, then what was found.
struct FindScreen: Equatable, Sendable {
    enum Field: Int, CaseIterable, Sendable {
        /// A part of a number or of the reference.
        case text
        case amount, clerk, day
    }

    enum Stage: Equatable, Sendable {
        case form
        case searching(SearchID)
        case found(Found)
    }

    /// So many deposits are listed at most.
    static let limit = 200

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

    var context: KeyContext {
        switch stage {
        case .form: .findForm
        case .searching, .found: .found
        }
    }

    var found: Found? {
        if case .found(let found) = stage { found } else { nil }
    }

    mutating func edit(_ change: (inout TextField) -> Void) {
        guard stage == .form else { return }
        problem = nil
        edit(focus, change)
    }

    mutating func edit(_ field: Field, _ change: (inout TextField) -> Void) {
        guard var text = fields[field] else { return }
        change(&text)
        fields[field] = text
    }

    /// Without spaces at its ends.
    func text(_ field: Field) -> String {
        String((fields[field]?.text ?? "").printable.drop { $0 == " " }).withoutTrailingSpaces
    }

    mutating func moveFocus(by step: Int) {
        let all = Field.allCases
        focus = all[(focus.rawValue + step + all.count) % all.count]
    }
}

extension State {
    /// Opens the search; what was being typed into the look-up is taken along.
    mutating func openFind(_ text: String = "") -> [Effect] {
        guard acceptsKeys else { return [] }
        if case .find(let screen) = screen, screen.stage == .form { return [] }
        var next = FindScreen()
        if case .lookUp(let screen) = screen, screen.stage == .entry {
            let typed = screen.field.text
            if !ScannedText.mayBePaymentCode(typed) { next.edit(.text) { $0.set(typed) } }
        }
        open(.find(next))
        guard !text.isEmpty else { return [] }
        next.edit(.text) { $0.set(text) }
        return search(next)
    }

    mutating func find(_ screen: FindScreen, _ action: Action) -> [Effect] {
        switch screen.stage {
        case .form: findForm(screen, action)
        case .searching, .found: foundList(screen, action)
        }
    }

    private mutating func findForm(_ screen: FindScreen, _ action: Action) -> [Effect] {
        var screen = screen
        switch action {
        case .submit: return search(screen)
        case .down: screen.moveFocus(by: 1)
        case .up: screen.moveFocus(by: -1)
        case .clear: screen.edit { $0.clear() }
        case .back:
            goBack()
            return []
        case .lookUp: return openLookUp(of: nil)
        case .newDeposit, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave, .closeByHand,
            .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .pageUp, .pageDown, .top, .bottom, .release, .consume,
            .offerCode, .held, .find, .choose:
            return []
        }
        self.screen = .find(screen)
        return []
    }

    private mutating func foundList(_ screen: FindScreen, _ action: Action) -> [Effect] {
        var screen = screen
        let deposits = screen.found?.deposits ?? []
        switch action {
        case .submit:
            guard deposits.indices.contains(screen.selected) else { return [] }
            return openLookUp(of: deposits[screen.selected].number)
        case .refresh: return search(screen)
        case .back: screen.stage = .form
        case .lookUp: return openLookUp(of: nil)
        case .up, .down, .pageUp, .pageDown, .top, .bottom:
            screen.selected = Scrolling.selection(
                screen.selected, by: action, count: deposits.count, page: FindView.page(size))
        case .newDeposit, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave, .closeByHand,
            .confirm, .askWeChat, .askAlipay, .narrow, .clear, .release, .consume, .offerCode, .held, .find, .choose:
            return []
        }
        self.screen = .find(screen)
        return []
    }

    /// A scanned number is looked for whatever field it fell into.
    mutating func find(_ screen: FindScreen, receives scanned: SecretBytes) -> [Effect] {
        guard screen.stage == .form else { return heldReceives(scanned) }
        let text = scanned.text
        var screen = screen
        screen.edit { field in
            if field.text.hasSuffix(text) { field.set(String(field.text.dropLast(text.count))) }
        }
        screen.focus = .text
        screen.edit { $0.set(text) }
        return search(screen)
    }

    mutating func found(_ id: SearchID, _ found: Found) {
        screen = screen.answered(id, found)
        trail = trail.map { $0.answered(id, found) }
    }

    private mutating func search(_ screen: FindScreen) -> [Effect] {
        var screen = screen
        do throws(FindProblem) {
            let filter = try screen.filter(settings, now: now.wall)
            let id = makeSearchID()
            screen.problem = nil
            screen.selected = 0
            screen.stage = .searching(id)
            self.screen = .find(screen)
            return [.find(id, filter)]
        } catch {
            screen.stage = .form
            screen.focus = error.field
            if error.phrase == .codeIsNoNumber { screen.edit(error.field) { $0.clear() } }
            screen.problem = error.phrase
            self.screen = .find(screen)
            return []
        }
    }
}

extension Screen {
    fileprivate func answered(_ id: SearchID, _ found: Found) -> Screen {
        guard case .find(var screen) = self, screen.stage == .searching(id) else { return self }
        screen.stage = .found(found)
        return .find(screen)
    }
}
