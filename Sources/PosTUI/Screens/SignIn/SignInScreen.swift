import PayEngine

/// The screen that asks who works at the till.
///
/// Until somebody has signed in nothing else can be done here; what is open goes on by itself.
struct SignInScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case submit, clear, startOver
        case scroll(ListMove)
    }

    enum Stage: Equatable, Sendable {
        case choosing
        case pin(StaffMember)
        /// The PIN itself is not here any more.
        case checking(StaffMember)
    }

    /// The milliseconds after which a PIN that nobody goes on typing is forgotten.
    static let pinMemory: Int64 = 30_000

    private static let keys = KeyTable<Action>(Phrase("登录", "Sign in"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("确定", "OK"),
                help: Phrase("选定，或核对密码", "Choose, or check the PIN"))
        )
        .own(KeyBinding.scrolling(Action.scroll))
        .own(
            KeyBinding(
                "Esc", [.escape], .startOver, hint: Phrase("换一位", "Somebody else"),
                help: Phrase("不是这一位，重新选", "Choose somebody else")),
            .clear(.clear)
        )
        .till(TillKeys.help, TillKeys.quit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    var stage = Stage.choosing
    /// A staff ID, or the PIN.
    var field = TextField(masking: .number)
    /// The line of the list with the mark.
    var selected = 0
    var problem: Phrase?

    init() {}

    init(pinOf member: StaffMember) {
        stage = .pin(member)
        field = TextField(masking: .code)
    }

    var title: Phrase { .signInTitle }
    var keys: KeyTable<Action> { Self.keys }

    var input: TypedField {
        switch stage {
        case .choosing: .number
        case .pin: .pin
        case .checking: .none
        }
    }

    var takesPlainText: Bool { true }

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .submit: return submit(&till)
        case .clear: edit(.discard)
        case .startOver: self = SignInScreen()
        case .scroll(let move):
            guard stage == .choosing else { return .stay }
            field.clear()
            problem = nil
            selected = Scrolling.selection(
                selected, by: move, count: till.settings.staff.count, page: SignInView.page(till.size))
        }
        return .stay
    }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character, .paste: till.note = nil
        case .deleteLast, .discard: break
        }
        edit(input)
        return .stay
    }

    private mutating func edit(_ input: TextInput) {
        switch stage {
        case .choosing, .pin:
            problem = nil
            field.apply(input)
        case .checking: break
        }
    }

    /// Takes a scanned staff ID; a PIN is never scanned, and what a scanner types in its place is no try.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch (stage, scan) {
        case (.choosing, .text(let text)):
            guard !AuthorCode.resemblesPaymentCode(text) else {
                field.clear()
                problem = .codeIsNoStaff
                return .stay
            }
            field.set(text.text)
            return submit(&till)
        case (.pin, _):
            field.clear()
            problem = .pinWasScanned
        case (.choosing, _): till.note = .scanIgnored
        case (.checking, .text): break
        case (.checking, _): till.note = .scanIgnored
        }
        return .stay
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        switch news {
        case .signedIn(let id, let answer):
            guard case .checking(let member) = stage, member.id == id else { return .stay }
            guard let refusal = Phrase.refusal(answer, staffID: id) else {
                let step = beginWork(member, &till)
                if case .acceptedAfter(let count, let since) = answer {
                    till.note = .wrongPinsBefore(count, since: till.settings.zone.dayAndTime(since))
                }
                return step
            }
            self = SignInScreen(pinOf: member)
            problem = refusal
        case .covered: edit(.discard)
        case .tick:
            guard case .pin = stage, !field.isEmpty, let keyTime = till.keyTime,
                till.now.uptime - keyTime >= Self.pinMemory
            else { return .stay }
            field.clear()
            return Step(forgetsTyping: true)
        case .confirmed, .cameBack, .lookedUp, .found, .approved, .openQuestions, .held, .closed: break
        }
        return .stay
    }

    private func beginWork(_ member: StaffMember, _ till: inout TillContext) -> Step {
        till.settings.clerk = member
        till.note = nil
        return Step(move: .home, effects: [.noteSignIn(staffID: member.id), .loadStartNotices, .loadOpenQuestions])
    }

    private mutating func submit(_ till: inout TillContext) -> Step {
        switch stage {
        case .choosing:
            guard let member = chosen(till.settings.staff) else {
                problem = .unknownStaff(field.shown(whileScanning: false))
                field.clear()
                return .stay
            }
            if member.pinHash == nil { return beginWork(member, &till) }
            self = SignInScreen(pinOf: member)
        case .pin(let member):
            let typed = field.content
            field.clear()
            guard let pin = Pin(typed) else {
                problem = .pinForm
                return .stay
            }
            problem = nil
            stage = .checking(member)
            return .ask(.signIn(staffID: member.id, pin))
        case .checking: break
        }
        return .stay
    }

    private func chosen(_ staff: [StaffMember]) -> StaffMember? {
        let id = field.text.filter { $0 != " " }
        if !id.isEmpty { return staff.first { $0.id == id } }
        return staff.indices.contains(selected) ? staff[selected] : nil
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        SignInView.draw(self, till: till, on: &frame, in: rect)
    }
}
