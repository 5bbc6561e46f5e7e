import PayEngine

/// The question who approves what is asked of the till, and the PIN that shows that it is them.
///
/// Part of the screens that need it.
struct ApprovalForm: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        case submit, clear, back, up, down
    }

    enum Stage: Equatable, Sendable {
        case choosing
        case pin(StaffMember)
        case checking(StaffMember, ApprovalTicket)
    }

    /// What comes of a key or an answer.
    enum Step: Equatable {
        case stays
        /// The screen's step before this one.
        case back
        /// To be asked of the desk.
        case check(StaffMember, Pin)
        /// Somebody was chosen who needs no PIN.
        case chosen(StaffMember)
        /// The desk has it.
        case given(ApprovalTicket)
    }

    /// Whether somebody has to be asked for an approval at all.
    enum Beginning: Equatable {
        /// Nobody has to be asked; nil: no staff is configured.
        case given(StaffMember?)
        case asked(ApprovalForm)
        case impossible
    }

    /// Of each of its stages.
    static let keyTables = [choosingKeys, pinKeys, checkKeys]

    private static let choosingKeys = KeyTable<Action>(Phrase("选批准人", "Choosing who approves"))
        .own(
            KeyBinding(
                "Enter", [.enter], .submit, hint: Phrase("选定", "Choose"),
                help: Phrase("由选中的主管批准", "The selected supervisor approves")),
            .up(.up), .down(.down), .back(.back)
        )
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)
    private static let pinKeys = KeyTable<Action>(Phrase("主管密码", "Supervisor's PIN"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("核对", "Check"), help: Phrase("核对密码", "Check the PIN")),
            .clear(.clear), .back(.back)
        )
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)
    private static let checkKeys = KeyTable<Action>(Phrase("核对密码", "Checking the PIN"))
        .own(.back(.back))
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)

    let candidates: [StaffMember]
    /// Somebody has to be chosen first.
    private let hasList: Bool
    private(set) var stage: Stage
    /// The line of the list with the mark.
    private(set) var selected = 0
    private(set) var problem: Phrase?
    /// Emptied as soon as the PIN was taken from it.
    private(set) var field = TextField(masking: .code)

    private init(candidates: [StaffMember], stage: Stage) {
        self.candidates = candidates
        self.stage = stage
        hasList = stage == .choosing
    }

    /// A supervisor who works here gives it themselves.
    static func begin(_ settings: Settings) -> Beginning {
        guard !settings.staff.isEmpty else { return .given(nil) }
        let supervisors = settings.staff.filter { $0.role == .supervisor }
        if let clerk = settings.clerk, clerk.role == .supervisor { return begin(alone: clerk) }
        // Where there is only one, nobody has to be chosen.
        if supervisors.count == 1, let sole = supervisors.first { return begin(alone: sole) }
        return supervisors.isEmpty ? .impossible : .asked(ApprovalForm(candidates: supervisors, stage: .choosing))
    }

    static func begin(alone member: StaffMember) -> Beginning {
        guard member.pinHash != nil else { return .given(member) }
        return .asked(ApprovalForm(candidates: [member], stage: .pin(member)))
    }

    var keys: KeyTable<Action> {
        switch stage {
        case .choosing: Self.choosingKeys
        case .pin: Self.pinKeys
        case .checking: Self.checkKeys
        }
    }

    /// What is asked for while a PIN is being checked.
    var ticket: ApprovalTicket? {
        if case .checking(_, let ticket) = stage { ticket } else { nil }
    }

    /// Where a PIN is typed.
    var input: TypedField {
        switch stage {
        case .pin: .pin
        case .choosing, .checking: .none
        }
    }

    mutating func perform(_ action: Action) -> Step {
        switch stage {
        case .choosing: return choose(action)
        case .pin(let member): return enter(member, action)
        case .checking(let member, _):
            if action == .back { ask(member, nil) }
            return .stays
        }
    }

    private mutating func choose(_ action: Action) -> Step {
        switch action {
        case .back: return .back
        case .up: selected = max(0, selected - 1)
        case .down: selected = min(candidates.count - 1, selected + 1)
        case .submit:
            guard candidates.indices.contains(selected) else { return .stays }
            let member = candidates[selected]
            guard member.pinHash != nil else { return .chosen(member) }
            ask(member, nil)
        case .clear: break
        }
        return .stays
    }

    private mutating func enter(_ member: StaffMember, _ action: Action) -> Step {
        switch action {
        case .submit:
            let pin = Pin(field.content)
            ask(member, pin == nil ? .pinForm : nil)
            return pin.map { .check(member, $0) } ?? .stays
        case .clear: ask(member, nil)
        case .back:
            ask(member, nil)
            guard hasList else { return .back }
            stage = .choosing
        case .up, .down: break
        }
        return .stays
    }

    private mutating func ask(_ member: StaffMember, _ problem: Phrase?) {
        field.clear()
        self.problem = problem
        stage = .pin(member)
    }

    // MARK: - Typing

    mutating func apply(_ input: TextInput) {
        guard case .pin = stage else { return }
        switch input {
        case .character(let character, _):
            guard character.isASCII, character.isNumber else { return }
        case .deleteLast: break
        // A PIN is typed by who knows it.
        case .paste, .discard: return
        }
        problem = nil
        field.apply(input)
    }

    mutating func forgetPin() {
        field.clear()
    }

    /// A scan is no attempt.
    mutating func refuseScan() {
        guard case .pin(let member) = stage else { return }
        ask(member, .scanIsNoPin)
    }

    // MARK: - The desk's answer

    /// The PIN was handed over.
    ///
    /// - Returns: what the desk is to be asked.
    mutating func check(
        _ member: StaffMember, _ pin: Pin, for action: ApprovedAction, in till: inout TillContext
    ) -> Effect {
        let ticket = till.makeTicket(for: member)
        stage = .checking(member, ticket)
        return .approve(ticket.id, action, staffID: member.id, pin, clerkID: till.settings.clerk?.id)
    }

    /// - Returns: ``Step/stays`` also where it is the answer to something else.
    mutating func answered(_ id: ApprovalID, _ answer: PinAnswer, in till: inout TillContext) -> Step {
        guard case .checking(let member, let ticket) = stage, ticket.id == id else { return .stays }
        switch answer {
        case .acceptedAfter(let count, let since):
            till.note = .wrongPinsBefore(count, since: till.settings.zone.dayAndTime(since))
            return .given(ticket)
        case .accepted, .noPinNeeded: return .given(ticket)
        case .wrong(let left): ask(member, .pinWrong(left: left))
        case .wrongAndLocked(let seconds): ask(member, .pinWrongAndLocked(seconds: seconds))
        case .locked(let seconds): ask(member, .pinLocked(seconds: seconds))
        case .unknownStaff: ask(member, .rejection(.unknownStaff(member.id)))
        case .supervisorNeeded: ask(member, .mayNotApprove)
        case .impossible(let trouble): ask(member, .pinImpossible(trouble))
        }
        return .stays
    }
}

extension ApprovalForm: CustomReflectable {
    /// The field may hold a PIN.
    var customMirror: Mirror { Mirror(self, children: []) }
}
