import PayEngine

extension State {
    /// Who closes an order by hand: a supervisor where there is one, else whoever works here.
    func askForApproval(_ number: OrderNumber, reason: String) -> OpenQuestionsScreen.Stage {
        let alone = settings.clerk.map { Approval.begin(alone: $0) } ?? .given(nil)
        let isWithout = Approval.begin(settings) == .impossible
        switch isWithout ? alone : Approval.begin(settings) {
        case .given(let member): return .confirmation(number, reason: reason, closerID: member?.id, since: now.uptime)
        case .asked(let approval): return .approval(number, reason: reason, approval)
        case .impossible: return .confirmation(number, reason: reason, closerID: settings.clerk?.id, since: now.uptime)
        }
    }

    mutating func take(
        _ step: Approval.Step, _ screen: inout OpenQuestionsScreen, _ number: OrderNumber, _ reason: String
    ) -> [Effect] {
        switch step {
        case .stays: break
        case .back: screen.stage = .reason(number, TextField(masking: .words, text: reason))
        case .given(let member):
            screen.stage = .confirmation(number, reason: reason, closerID: member.id, since: now.uptime)
        case .check(let member, let pin):
            let id = makeApprovalID()
            screen.changeApproval { $0.isAsking(id, about: member) }
            return [.approve(id, staffID: member.id, pin, clerkID: settings.clerk?.id)]
        }
        return []
    }
}

extension OpenQuestionsScreen {
    /// A character of a PIN; false where none is typed.
    mutating func typePin(_ character: Character) -> Bool {
        guard case .approval = stage else { return false }
        changeApproval { $0.type(character) }
        return true
    }
}
