import PayEngine

/// The optional step between amount and scan: room, name or phone, which stay on this till.
struct ReferenceScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case submit, clear, back
    }

    static let longest = 64
    /// The most bytes of UTF-8 that the journal takes.
    static let longestBytes = 128

    private static let keys = KeyTable<Action>(Phrase("房号/姓名", "Reference"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"),
                help: Phrase("去扫码，可以不填", "Go on to the scan; it may stay empty")),
            .clear(.clear), .back(.back)
        )
        .till(
            TillKeys.lookUp, TillKeys.openQuestions, TillKeys.news, TillKeys.help, TillKeys.quit, TillKeys.newDeposit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    var draft: DepositDraft
    var field = TextField(masking: .words)
    var problem: Phrase?

    init(draft: DepositDraft) {
        self.draft = draft
    }

    var title: Phrase { .referenceTitle }
    var keys: KeyTable<Action> { Self.keys }
    var input: TypedField { .words }
    var readiness: ScanReadiness { .soon }

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .submit: return submit()
        case .clear: return type(.discard, in: &till)
        case .back: return Step(move: .back(.change))
        }
    }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character, .paste: till.note = nil
        case .deleteLast, .discard: break
        }
        field.apply(input)
        problem = nil
        return .stay
    }

    /// Refuses a payment code, the only scan that comes here: others are text.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        problem = .codeIsNoReference
        return .stay
    }

    func disarms(after idle: Int64, _ settings: Settings) -> Phrase? { draft.disarms(after: idle, settings) }

    private mutating func submit() -> Step {
        let text = field.text.printable.withoutTrailingSpaces
        if ScannedText.containsPaymentCode(text) {
            field.clear()
            problem = .codeIsNoReference
            return .stay
        }
        guard text.count <= Self.longest, text.utf8.count <= Self.longestBytes else {
            problem = .referenceTooLong(limit: Self.longest, wide: Self.longestBytes / 3)
            return .stay
        }
        problem = nil
        var draft = draft
        draft.reference = text.isEmpty ? nil : text
        return .open(.scan(draft))
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        ReferenceView.draw(self, till: till, on: &frame, in: rect)
    }
}

extension DepositDraft {
    /// Returns what is said when the amount is put away because nobody went on with it; nil: it may stay.
    ///
    /// `idle` is the time since the last key, in milliseconds.
    func disarms(after idle: Int64, _ settings: Settings) -> Phrase? {
        let seconds = isQuick ? min(Self.quickSeconds, settings.disarmSeconds) : settings.disarmSeconds
        return .amountPutAway(afterIdle: idle, seconds: seconds)
    }
}

enum ReferenceView {
    static func draw(_ screen: ReferenceScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        frame.put(
            Line.fact(
                Phrase.amount.text(in: language), Phrase.money(screen.draft.amount).text(in: language), role: .strong),
            x: rect.x + 2, y: rect.y + 1)
        FieldBox(
            prompt: Phrase.referencePrompt.text(in: language),
            content: screen.field.shown(whileScanning: till.isScanning),
            problem: screen.problem?.text(in: language), width: 60
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 3, limit: rect.right)
        frame.put(Phrase.referencePrivacy.text(in: language), x: rect.x + 2, y: rect.y + 10, role: .muted)
    }
}
