import PayEngine

/// Somebody's word for what is asked of the till: who gives it, and the PIN that shows that it is them. Part of the
/// screens that need it.
struct Approval: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        case choosing
        case pin(StaffMember)
        case checking(StaffMember, ApprovalID)
    }

    /// What comes of a key or an answer.
    enum Step: Equatable {
        case stays
        /// The screen's step before this one.
        case back
        /// To be asked of the desk.
        case check(StaffMember, Pin)
        case given(StaffMember)
    }

    /// How it begins.
    enum Beginning: Equatable {
        /// Nobody has to be asked; nil: no staff is configured.
        case given(StaffMember?)
        case asked(Approval)
        case impossible
    }

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
        return supervisors.isEmpty ? .impossible : .asked(Approval(candidates: supervisors, stage: .choosing))
    }

    static func begin(alone member: StaffMember) -> Beginning {
        guard member.pinHash != nil else { return .given(member) }
        return .asked(Approval(candidates: [member], stage: .pin(member)))
    }

    var context: KeyContext {
        switch stage {
        case .choosing: .approver
        case .pin: .pin
        case .checking: .pinCheck
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
        if action == .back { return .back }
        if action == .up { selected = max(0, selected - 1) }
        if action == .down { selected = min(candidates.count - 1, selected + 1) }
        guard action == .submit, candidates.indices.contains(selected) else { return .stays }
        let member = candidates[selected]
        guard member.pinHash != nil else { return .given(member) }
        ask(member, nil)
        return .stays
    }

    private mutating func enter(_ member: StaffMember, _ action: Action) -> Step {
        switch action {
        case .submit:
            let pin = Pin(field.content)
            ask(member, pin == nil ? .pinForm : nil)
            return pin.map { .check(member, $0) } ?? .stays
        case .clear:
            ask(member, nil)
            return .stays
        case .back:
            ask(member, nil)
            guard hasList else { return .back }
            stage = .choosing
            return .stays
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .up, .down, .pageUp, .pageDown, .top,
            .bottom, .release, .consume, .offerCode, .held, .find, .choose:
            return .stays
        }
    }

    private mutating func ask(_ member: StaffMember, _ problem: Phrase?) {
        field.clear()
        self.problem = problem
        stage = .pin(member)
    }

    // MARK: - Typing

    mutating func type(_ character: Character) {
        guard case .pin = stage, character.isASCII, character.isNumber else { return }
        problem = nil
        field.type(character)
    }

    mutating func deleteLast() {
        guard case .pin = stage else { return }
        problem = nil
        field.deleteLast()
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

    mutating func isAsking(_ id: ApprovalID, about member: StaffMember) {
        stage = .checking(member, id)
    }

    mutating func answered(_ id: ApprovalID, _ answer: PinAnswer) -> Step {
        guard case .checking(let member, id) = stage else { return .stays }
        switch answer {
        case .accepted, .acceptedAfter, .noPinNeeded: return .given(member)
        case .wrong(let left): ask(member, .pinWrong(left: left))
        case .wrongAndLocked(let seconds): ask(member, .pinWrongAndLocked(seconds: seconds))
        case .locked(let seconds): ask(member, .pinLocked(seconds: seconds))
        case .unknownStaff: ask(member, .rejection(.unknownStaff(member.id)))
        case .impossible(let trouble): ask(member, .pinImpossible(trouble))
        }
        return .stays
    }
}

extension Approval: CustomReflectable {
    /// The field may hold a PIN.
    var customMirror: Mirror { Mirror(self, children: []) }
}
