import PayEngine

/// The orders that nobody knows the outcome of, and closing one by hand.
struct OpenQuestionsScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case lookUp, closeByHand, refresh, submit, clear, back, confirm
        case scroll(ListMove)
        case approval(ApprovalForm.Action)
    }

    enum Stage: Equatable, Sendable {
        case list
        case reason(OrderNumber, TextField)
        case approval(OrderNumber, reason: String, ApprovalForm)
        /// Since when, in milliseconds of uptime.
        case confirmation(OrderNumber, reason: String, ApprovalTicket, since: Int64)
        /// The last query before closing is under way.
        case closing(OrderNumber, reason: String)
    }

    private static let listKeys = KeyTable<Action>(Phrase("待确认", "Unresolved orders"))
        .own(
            KeyBinding(
                "Enter", [.enter], .lookUp, hint: Phrase("查询", "Look up"),
                help: Phrase("查询选中的一单", "Look the selected one up")
            ),
            KeyBinding(
                "F8", [.function(8)], .closeByHand, hint: Phrase("人工关闭", "Close by hand"),
                help: Phrase("写明原因，人工关闭选中的一单", "Close the selected one by hand, with a reason")),
            .refresh(.refresh)
        )
        .own(KeyBinding.scrolling(Action.scroll))
        .own(.back(.back))
        .till(
            TillKeys.help, TillKeys.quit, TillKeys.newDeposit, TillKeys.lookUp, TillKeys.heldToo, TillKeys.findToo,
            TillKeys.news, TillKeys.questionMark)
    private static let reasonKeys = KeyTable<Action>(Phrase("关闭原因", "Reason for closing"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"), help: Phrase("去确认", "Go on to confirm")),
            .clear(.clear), .back(.back)
        )
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)
    private static let confirmationKeys = KeyTable<Action>(Phrase("确认关闭", "Confirming the closing"))
        .own(
            KeyBinding(
                "F9", [.function(9)], .confirm, hint: Phrase("确认关闭", "Close it"),
                help: Phrase("确认人工关闭", "Confirm closing by hand")),
            .back(.back)
        )
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)
    private static let closingKeys = KeyTable<Action>(Phrase("正在关闭", "Closing"))
        .own(.back(.back))
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)

    /// Returns the tables of keys; those of the approval come with a release's.
    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] {
        [listKeys, reasonKeys, confirmationKeys, closingKeys]
    }

    var stage = Stage.list
    /// The line of the list with the mark.
    var selected = 0
    /// What became of the last try to close one, or what is wrong with the reason.
    var message: Phrase? {
        didSet { closableTime = nil }
    }
    /// The message says how long something can't be closed yet: until then, in milliseconds of uptime.
    private(set) var closableTime: Int64?

    var title: Phrase { .openQuestionsTitle }

    var keys: KeyTable<Action> {
        switch stage {
        case .list: Self.listKeys
        case .reason: Self.reasonKeys
        case .approval(_, _, let approval): approval.keys.map(Action.approval)
        case .confirmation: Self.confirmationKeys
        case .closing: Self.closingKeys
        }
    }

    var input: TypedField {
        switch stage {
        case .reason: .words
        case .approval(_, _, let approval): approval.input
        case .list, .confirmation, .closing: .none
        }
    }

    /// Whether the last query before an order is closed is under way here.
    func isClosing(_ number: OrderNumber) -> Bool {
        if case .closing(number, _) = stage { true } else { false }
    }

    // MARK: - Keys

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch (stage, action) {
        case (.list, _): return performInList(action, &till)
        case (.reason(let number, let field), _): return performAtReason(action, number, field, &till)
        case (.approval(let number, let reason, var approval), .approval(let action)):
            let step = approval.perform(action)
            stage = .approval(number, reason: reason, approval)
            return follow(step, &till)
        case (.confirmation(_, _, _, let since), .confirm):
            if till.confirmKey.press(at: till.now.uptime, since: since) != .waits { till.note = .confirmedTooEarly }
        case (.confirmation(let number, let reason, _, _), .back):
            stage = .reason(number, TextField(masking: .words, text: reason))
        case (.closing, .back): return .back
        case (.approval, _), (.confirmation, _), (.closing, _): break
        }
        return .stay
    }

    private mutating func performInList(_ action: Action, _ till: inout TillContext) -> Step {
        let orders = till.openQuestions
        switch action {
        case .lookUp:
            guard orders.indices.contains(selected) else { return .stay }
            return .open(.lookUp(orders[selected].deposit.number))
        case .back: return .back
        case .refresh: return .ask(.loadOpenQuestions)
        case .closeByHand:
            guard orders.indices.contains(selected) else { return .stay }
            let number = orders[selected].number
            if let seconds = till.secondsToClose(number) {
                isTooEarly(seconds: seconds, now: till.now.uptime)
            } else {
                message = nil
                stage = .reason(number, TextField(masking: .words))
            }
        case .scroll(let move):
            selected = Scrolling.selection(
                selected, by: move, count: orders.count, page: OpenQuestionsView.page(till.size))
        case .submit, .clear, .confirm, .approval: break
        }
        return .stay
    }

    private mutating func performAtReason(
        _ action: Action, _ number: OrderNumber, _ field: TextField, _ till: inout TillContext
    ) -> Step {
        let text = field.text.printable.withoutTrailingSpaces
        switch action {
        case .submit:
            if ScannedText.containsPaymentCode(text) {
                message = .codeIsNoReason
                stage = .reason(number, TextField(masking: .words))
            } else if text.isEmpty {
                message = .closingRefusal(.reasonMissing)
            } else if let seconds = till.secondsToClose(number) {
                // It was sent again meanwhile. What was typed stays.
                isTooEarly(seconds: seconds, now: till.now.uptime)
            } else {
                message = nil
                return askForApproval(number, reason: text, &till)
            }
        case .clear: stage = .reason(number, TextField(masking: .words))
        case .back:
            message = nil
            stage = .list
        case .lookUp, .closeByHand, .refresh, .confirm, .scroll, .approval: break
        }
        return .stay
    }

    // MARK: - Typing and scans

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character, .paste: till.note = nil
        case .deleteLast, .discard: break
        }
        switch stage {
        case .reason(let number, var field):
            field.apply(input)
            message = nil
            stage = .reason(number, field)
        case .approval: changeApproval { $0.apply(input) }
        case .list, .confirmation, .closing: break
        }
        return .stay
    }

    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch (stage, scan) {
        case (.list, .text(let text)):
            if case .orderNumber(let number) = ScannedText(text) { return .open(.lookUp(number)) }
            till.note = .scanIgnored
        // Only a payment code comes here: other scans are text.
        case (.reason, .text): message = .codeIsNoReason
        case (.approval(_, _, let approval), _) where approval.input == .pin: changeApproval { $0.refuseScan() }
        case (.list, _), (.reason, _), (.approval, _), (.confirmation, _), (.closing, _): till.note = .scanIgnored
        }
        return .stay
    }

    // MARK: - Approval

    /// The approval that it asks for or has.
    var ticket: ApprovalTicket? {
        switch stage {
        case .approval(_, _, let form): form.ticket
        case .confirmation(_, _, let ticket, _): ticket
        case .list, .reason, .closing: nil
        }
    }

    /// Who closes an order by hand: a supervisor where there is one, else whoever works here.
    private mutating func askForApproval(_ number: OrderNumber, reason: String, _ till: inout TillContext) -> Step {
        let alone = till.settings.clerk.map { ApprovalForm.begin(alone: $0) } ?? .given(nil)
        let beginning = ApprovalForm.begin(till.settings)
        switch beginning == .impossible ? alone : beginning {
        case .given(let member): return approved(number, reason: reason, by: member, &till)
        case .asked(let form):
            stage = .approval(number, reason: reason, form)
            return .stay
        case .impossible: return approved(number, reason: reason, by: till.settings.clerk, &till)
        }
    }

    /// Somebody approves it who needs no PIN, or nobody has to.
    private mutating func approved(
        _ number: OrderNumber, reason: String, by member: StaffMember?, _ till: inout TillContext
    ) -> Step {
        let ticket = till.makeTicket(for: member)
        confirm(number, reason: reason, ticket, now: till.now.uptime)
        return .ask(.approveWithoutPin(ticket.id, .closing(number), staffID: member?.id))
    }

    private mutating func confirm(_ number: OrderNumber, reason: String, _ ticket: ApprovalTicket, now: Int64) {
        // Where only the approval is renewed, the clerk has read the question already.
        let since = if case .confirmation(_, _, _, let since) = stage { since } else { now }
        stage = .confirmation(number, reason: reason, ticket, since: since)
    }

    /// An approval that was given too long ago is asked for again, unless nobody has to be asked.
    private mutating func renewApproval(_ till: inout TillContext) -> Step {
        guard case .confirmation(let number, let reason, let ticket, _) = stage, ticket.hasLapsed(at: till.now.uptime)
        else { return .stay }
        let step = askForApproval(number, reason: reason, &till)
        if case .approval = stage { till.note = .approvalLapsed }
        return step
    }

    private mutating func follow(_ step: ApprovalForm.Step, _ till: inout TillContext) -> Step {
        guard case .approval(let number, let reason, var approval) = stage else { return .stay }
        switch step {
        case .stays: return .stay
        case .back: stage = .reason(number, TextField(masking: .words, text: reason))
        case .chosen(let member): return approved(number, reason: reason, by: member, &till)
        case .given(let ticket): confirm(number, reason: reason, ticket, now: till.now.uptime)
        case .check(let member, let pin):
            let effect = approval.check(member, pin, for: .closing(number), in: &till)
            stage = .approval(number, reason: reason, approval)
            return .ask(effect)
        }
        return .stay
    }

    private mutating func changeApproval(_ change: (inout ApprovalForm) -> Void) {
        guard case .approval(let number, let reason, var approval) = stage else { return }
        change(&approval)
        stage = .approval(number, reason: reason, approval)
    }

    // MARK: - News

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        switch news {
        case .tick:
            countDown(now: till.now.uptime)
            return renewApproval(&till)
        case .confirmed: return confirmed(&till)
        case .covered: changeApproval { $0.forgetPin() }
        case .approved(let id, let answer):
            guard case .approval(let number, let reason, var approval) = stage else { return .stay }
            let step = approval.answered(id, answer, in: &till)
            stage = .approval(number, reason: reason, approval)
            return follow(step, &till)
        case .openQuestions(let old):
            // The mark stays on its order.
            let number = old.indices.contains(selected) ? old[selected].number : nil
            let place = till.openQuestions.firstIndex { $0.number == number }
            selected = place ?? min(selected, max(0, till.openQuestions.count - 1))
        case .closed(let number, let result): closed(number, result, now: till.now.uptime)
        case .cameBack: return renewApproval(&till)
        case .lookedUp, .found, .signedIn, .held: break
        }
        return .stay
    }

    /// F9 stood alone long enough: what it confirmed is closed.
    private mutating func confirmed(_ till: inout TillContext) -> Step {
        let renewal = renewApproval(&till)
        // Who approved it has to be asked again.
        guard case .confirmation(let number, let reason, let ticket, _) = stage else { return renewal }
        stage = .closing(number, reason: reason)
        return Step(effects: renewal.effects + [.close(number, reason: reason, approvedBy: ticket.id)])
    }

    private mutating func closed(_ number: OrderNumber, _ result: Result<DepositOrder, ClosingRefusal>, now: Int64) {
        guard case .closing(number, let reason) = stage else { return }
        stage = result.mayBeTriedAgain ? .reason(number, TextField(masking: .words, text: reason)) : .list
        message = .closing(result)
        if case .failure(.tooEarly(let seconds)) = result { isTooEarly(seconds: seconds, now: now) }
    }

    /// Says that it can't be closed for a number of seconds from now.
    private mutating func isTooEarly(seconds: Int, now: Int64) {
        message = .closingRefusal(.tooEarly(secondsLeft: seconds))
        closableTime = now + Int64(seconds) * 1000
    }

    /// Counts the seconds down that are said to be left, until there is nothing to wait for.
    private mutating func countDown(now: Int64) {
        guard let time = closableTime else { return }
        message = time > now ? .closingRefusal(.tooEarly(secondsLeft: Int((time - now + 999) / 1000))) : nil
        closableTime = time > now ? time : nil
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        OpenQuestionsView.draw(self, till: till, on: &frame, in: rect)
    }
}

extension Result<DepositOrder, ClosingRefusal> {
    /// The reason that was typed may still be needed.
    fileprivate var mayBeTriedAgain: Bool {
        switch self {
        case .success, .failure(.noSuchOrder), .failure(.notOpen), .failure(.settledMeanwhile): false
        case .failure(.tooEarly), .failure(.approval), .failure(.reasonMissing), .failure(.reasonTooLong),
            .failure(.journal), .failure(.notFound):
            true
        }
    }
}

extension Phrase {
    /// Returns what became of closing an order by hand.
    static func closing(_ result: Result<DepositOrder, ClosingRefusal>) -> Phrase {
        switch result {
        case .success: .closedByHand
        case .failure(let refusal): .closingRefusal(refusal)
        }
    }
}
