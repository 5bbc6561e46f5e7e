import PayEngine

/// Releasing or consuming a deposit, up to the sending: how much, who approves it, and what it will do.
struct OrderFormScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case submit, back, toRemark, toAmount, reset
        /// The other of two ways for the rest.
        case chooseRest
        case confirm
        case approval(ApprovalForm.Action)
    }

    enum Stage: Equatable, Sendable {
        case amount
        case approval(ApprovalForm)
        /// Since when, in milliseconds of uptime.
        case confirmation(since: Int64)
    }

    private static let amountKeys = KeyTable<Action>(Phrase("解冻或消费：金额", "Release or consume: amount"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"),
                help: Phrase("金额确定，去批准和确认", "Go on to the approval and the confirmation")),
            KeyBinding(
                "Down", [.down], .toRemark, hint: Phrase("备注", "Remark"),
                help: Phrase("写备注，可以不填", "To the remark, which may stay empty")),
            KeyBinding(
                "F6", [.function(6)], .chooseRest, hint: Phrase("其余部分", "The rest"),
                help: Phrase("消费后其余部分：退还或继续冻结（支付宝）", "What becomes of the rest of a consume (Alipay)")),
            KeyBinding("Ctrl-U", [.control("u")], .reset, help: Phrase("恢复原来的金额", "The amount as it was")),
            .back(.back)
        )
        .till(TillKeys.help, TillKeys.quit)
        .own(KeyBinding("Up", [.up], .toAmount, help: Phrase("回到金额", "Back to the amount")))
        .till(TillKeys.newDeposit)
    private static let confirmationKeys = KeyTable<Action>(Phrase("解冻或消费：确认", "Release or consume: confirm"))
        .own(
            KeyBinding(
                "F9", [.function(9)], .confirm, hint: Phrase("确认", "Confirm"),
                help: Phrase("确认解冻或消费并发送", "Confirm and send the release or consume")),
            .back(.back)
        )
        .till(TillKeys.help, TillKeys.quit, TillKeys.newDeposit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] {
        [amountKeys] + ApprovalForm.keyTables.map { $0.map(Action.approval) } + [confirmationKeys]
    }

    var stage = Stage.amount
    var draft: OrderDraft
    var field = TextField(masking: .amount)
    /// The field still holds all that is left; what is typed takes its place.
    var isDefault = false
    var remark = TextField(masking: .words)
    /// The remark is being typed, not the amount.
    var isAtRemark = false
    var problem: Phrase?

    init(_ draft: OrderDraft, problem: Phrase? = nil) {
        self.draft = draft
        self.problem = problem
        reset()
    }

    /// Begins again with a draft that was rejected, with what was typed.
    init(again draft: OrderDraft, problem: Phrase) {
        self.init(draft, problem: problem)
        field.set(draft.amount.yuan)
        isDefault = false
        remark.set(draft.remark ?? "")
    }

    var title: Phrase { .orderFormTitle(draft.purpose) }

    var keys: KeyTable<Action> {
        switch stage {
        case .amount: Self.amountKeys
        case .approval(let approval): approval.keys.map(Action.approval)
        case .confirmation: Self.confirmationKeys
        }
    }

    var input: TypedField {
        switch stage {
        case .amount: isAtRemark ? .words : .money
        case .approval(let approval): approval.input
        case .confirmation: .none
        }
    }

    var takesPlainText: Bool {
        switch stage {
        case .amount: true
        case .approval: input == .pin
        case .confirmation: false
        }
    }

    func offers(_ action: Action) -> Bool {
        switch action {
        case .chooseRest: draft.offersChoice
        case .submit, .back, .toRemark, .toAmount, .reset, .confirm, .approval: true
        }
    }

    /// Puts the amount back as it was before anything was typed: all that is left for a release, nothing for a consume.
    private mutating func reset() {
        switch draft.purpose {
        case .release:
            field.set(draft.target.left.yuan)
            isDefault = true
        case .consume: field.clear()
        }
    }

    // MARK: - Keys

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch (stage, action) {
        case (.amount, _): return performAtAmount(action, &till)
        case (.approval(var approval), .approval(let action)):
            let step = approval.perform(action)
            stage = .approval(approval)
            return follow(step, &till)
        case (.confirmation, .back):
            // Who approved it approved this amount: another one has to be approved anew.
            stage = .amount
            draft.approval = nil
        case (.confirmation(let since), .confirm):
            if till.confirmKey.press(at: till.now.uptime, since: since) != .waits { till.note = .confirmedTooEarly }
        case (.approval, _), (.confirmation, _): break
        }
        return .stay
    }

    private mutating func performAtAmount(_ action: Action, _ till: inout TillContext) -> Step {
        switch action {
        case .submit: if submit(till.settings) { return askForApproval(&till) }
        case .chooseRest: if draft.offersChoice { draft.keepsRest.toggle() }
        case .toRemark: isAtRemark = true
        case .toAmount: isAtRemark = false
        case .reset:
            problem = nil
            if isAtRemark { remark.clear() } else { reset() }
        case .back: return .back
        case .confirm, .approval: break
        }
        return .stay
    }

    /// Sends what F9 confirmed, which stood alone long enough.
    private mutating func confirmed(_ till: inout TillContext) -> Step {
        guard case .confirmation = stage else { return .stay }
        let renewal = renewApproval(&till)
        // Who approved it has to be asked again.
        guard case .confirmation = stage else { return renewal }
        let id = till.makeAttemptID()
        guard let effect = draft.effect(id, staffID: till.settings.clerk?.id) else { return askForApproval(&till) }
        till.attempts[id] = OrderAttempt(id: id, draft: draft, sentTime: till.now.uptime)
        return Step(move: .replace(.orderProgress(id)), effects: renewal.effects + [effect])
    }

    // MARK: - Amount and remark

    /// Returns the amount in the field, or what is wrong with it.
    private func amount(_ settings: Settings) -> Result<Fen, Problem> {
        let left = draft.target.left
        do throws(Fen.ParsingError) {
            let amount = try Fen(yuan: field.text)
            guard amount <= left else { return .failure(Problem(.aboveLeft(left))) }
            guard amount == left || settings.allowsPart(draft) else { return .failure(Problem(.onlyWhole(left))) }
            return .success(amount)
        } catch {
            return .failure(Problem(.wrongAmount(error, maximum: left)))
        }
    }

    private struct Problem: Error {
        let phrase: Phrase

        init(_ phrase: Phrase) {
            self.phrase = phrase
        }
    }

    /// Puts amount and remark into the draft, unless something is wrong with one of them.
    private mutating func submit(_ settings: Settings) -> Bool {
        switch amount(settings) {
        case .success(let amount): draft.amount = amount
        case .failure(let found):
            problem = found.phrase
            isAtRemark = false
            return false
        }
        let text = remark.text.printable.withoutTrailingSpaces
        guard !ScannedText.containsPaymentCode(text) else {
            remark.clear()
            problem = .codeIsNoReason
            isAtRemark = true
            return false
        }
        draft.remark = text.isEmpty ? nil : text
        problem = nil
        return true
    }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character, .paste: till.note = nil
        case .deleteLast, .discard: break
        }
        switch stage {
        case .amount where isAtRemark: remark.apply(input)
        case .amount: typeAmount(input, till.settings)
        case .approval(var approval):
            approval.apply(input)
            stage = .approval(approval)
        case .confirmation: break
        }
        return .stay
    }

    private mutating func typeAmount(_ input: TextInput, _ settings: Settings) {
        switch input {
        case .character, .deleteLast:
            if isDefault { field.clear() }
            isDefault = false
            field.apply(input)
        case .paste(let text):
            if let found = ScannedText.problem(ofAmount: text, maximum: settings.maximum) {
                problem = found
                return
            }
            isDefault = false
            field.set(text)
        case .discard: return reset()
        }
        // While it is typed: only what typing on cannot make right.
        problem = nil
        guard let typed = try? Fen(yuan: field.text), typed > draft.target.left else { return }
        problem = .aboveLeft(draft.target.left)
    }

    /// Leaves everything as it was: nothing here is scanned.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch stage {
        case .amount:
            switch scan {
            case .text: problem = isAtRemark ? .codeIsNoReason : .scanIsNoAmount
            case .burst, .broken: problem = scan.refusal
            }
        case .approval(var approval) where approval.input == .pin:
            approval.refuseScan()
            stage = .approval(approval)
        case .approval, .confirmation: till.note = .scanIgnored
        }
        return .stay
    }

    // MARK: - Approval

    /// The approval that it asks for or has.
    var ticket: ApprovalTicket? {
        switch stage {
        case .amount: nil
        case .approval(let form): form.ticket
        case .confirmation: draft.approval
        }
    }

    private mutating func askForApproval(_ till: inout TillContext) -> Step {
        draft.approval = nil
        switch draft.purpose {
        case .consume: confirm(till)
        case .release:
            switch ApprovalForm.begin(till.settings) {
            case .given(let member): return approved(by: member, &till)
            case .asked(let form): stage = .approval(form)
            case .impossible:
                stage = .amount
                problem = .noSupervisor
            }
        }
        return .stay
    }

    /// Somebody approves it who needs no PIN, or nobody has to.
    private mutating func approved(by member: StaffMember?, _ till: inout TillContext) -> Step {
        let ticket = till.makeTicket(for: member)
        draft.approval = ticket
        confirm(till)
        return .ask(.approveWithoutPin(ticket.id, draft.approvedAction, staffID: member?.id))
    }

    private mutating func confirm(_ till: TillContext) {
        // Where only the approval is renewed, the clerk has read the question already.
        if case .confirmation = stage { return }
        stage = .confirmation(since: till.now.uptime)
    }

    /// An approval that was given too long ago is asked for again, unless nobody has to be asked.
    private mutating func renewApproval(_ till: inout TillContext) -> Step {
        guard case .confirmation = stage, draft.approval?.hasLapsed(at: till.now.uptime) == true else { return .stay }
        let step = askForApproval(&till)
        if case .approval = stage { till.note = .approvalLapsed }
        return step
    }

    private mutating func follow(_ step: ApprovalForm.Step, _ till: inout TillContext) -> Step {
        switch step {
        case .stays: return .stay
        case .back: stage = .amount
        case .chosen(let member): return approved(by: member, &till)
        case .given(let ticket):
            draft.approval = ticket
            confirm(till)
        case .check(let member, let pin):
            guard case .approval(var approval) = stage else { return .stay }
            let effect = approval.check(member, pin, for: draft.approvedAction, in: &till)
            stage = .approval(approval)
            return .ask(effect)
        }
        return .stay
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        switch news {
        case .confirmed: return confirmed(&till)
        case .approved(let id, let answer):
            guard case .approval(var approval) = stage else { return .stay }
            let step = approval.answered(id, answer, in: &till)
            stage = .approval(approval)
            return follow(step, &till)
        case .covered:
            guard case .approval(var approval) = stage else { return .stay }
            approval.forgetPin()
            stage = .approval(approval)
        case .tick, .cameBack: return renewApproval(&till)
        case .lookedUp, .found, .signedIn, .openQuestions, .held, .closed: break
        }
        return .stay
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        OrderFormView.draw(self, till: till, on: &frame, in: rect)
    }
}

extension Settings {
    /// Whether a part can be given back: WeChat Pay takes the whole, unless its configuration for this merchant is
    /// another.
    fileprivate func allowsPart(_ draft: OrderDraft) -> Bool {
        switch (draft.purpose, draft.target.platform) {
        case (.release, .wechat): wechatPartialRelease
        case (.release, .alipay), (.consume, _): true
        }
    }
}

extension OrderDraft {
    /// Returns the request to the desk; nil: nobody has approved it.
    fileprivate func effect(_ id: AttemptID, staffID: String?) -> Effect? {
        switch purpose {
        case .release:
            approval.map { approval in
                .release(
                    id,
                    ReleaseRequest(
                        number: target.number, amount: amount, platform: target.platform, staffID: staffID,
                        remark: remark),
                    approvedBy: approval.id)
            }
        case .consume:
            .consume(
                id,
                ConsumeRequest(
                    number: target.number, amount: amount, keepsRest: keepsRest, platform: target.platform,
                    staffID: staffID, remark: remark))
        }
    }
}
