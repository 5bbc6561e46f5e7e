import PayEngine

extension State {
    // MARK: - Beginning

    /// The deposit on the screen, if something of it can be released or consumed.
    var followUpTarget: FollowUpTarget? {
        guard openOrder == nil else { return nil }
        switch screen {
        case .result(let screen): return screen.deposit.flatMap { FollowUpTarget($0) }
        case .followUpResult(let screen): return screen.order.flatMap { FollowUpTarget($0.deposit) }
        case .lookUp(let screen): return screen.found.flatMap { FollowUpTarget($0) }
        case .home, .amount, .reference, .scan, .progress, .followUp, .followUpProgress, .openQuestions, .help:
            return nil
        case .offer, .held, .find, .signIn: return nil
        }
    }

    /// A release or a consume of the deposit on the screen that nobody knows the outcome of.
    private var openOrder: Order? {
        switch screen {
        case .result(let screen): screen.deposit?.openOrder
        case .followUpResult(let screen): screen.order?.deposit.openOrder
        case .lookUp(let screen): screen.found?.local?.openOrder
        case .home, .amount, .reference, .scan, .progress, .followUp, .followUpProgress, .openQuestions, .help: nil
        case .offer, .held, .find, .signIn: nil
        }
    }

    /// What is known of the order on the screen, of which nothing can be released or consumed.
    private var whyNothingIsHeld: Phrase {
        switch screen {
        case .result(let screen):
            if let deposit = screen.deposit { return .notHeld(deposit.outcome) }
            return screen.outcome == .unknown ? .notHeld(.unknown) : .nothingHeld
        case .followUpResult(let screen):
            if let order = screen.order { return .notHeld(order.deposit.outcome) }
            guard case .rejected(let rejection) = screen.end else { return .notHeld(.unknown) }
            return .rejection(rejection)
        case .lookUp(let screen):
            guard let found = screen.found else { return .nothingHeld }
            if let outcome = found.outcome { return .notHeld(outcome) }
            switch found.orderProblem {
            case .notThere, .noNumber: return .nothingHeld
            case nil, .gatewayDown, .refused, .notShown, .unknown, .platformNeeded: return .notHeld(.unknown)
            }
        case .home, .amount, .reference, .scan, .progress, .followUp, .followUpProgress, .openQuestions, .help, .offer,
            .held, .find, .signIn:
            return .nothingHeld
        }
    }

    /// F7 and F8, where a deposit is on the screen.
    mutating func beginFollowUp(_ purpose: FollowUpDraft.Purpose) {
        guard let target = followUpTarget else {
            note = openOrder == nil ? whyNothingIsHeld : .otherIsOpen
            return
        }
        beginFollowUp(purpose, of: target)
    }

    /// Also for lists of deposits.
    mutating func beginFollowUp(_ purpose: FollowUpDraft.Purpose, of target: FollowUpTarget) {
        open(.followUp(FollowUpScreen(FollowUpDraft(purpose, of: target))))
    }

    // MARK: - Its keys

    mutating func followUp(_ screen: FollowUpScreen, _ action: Action) -> [Effect] {
        switch screen.stage {
        case .amount: return followUpAmount(screen, action)
        case .approval(var approval):
            let step = approval.perform(action)
            var screen = screen
            screen.stage = .approval(approval)
            return take(step, approval, screen)
        case .confirmation(let since): return followUpConfirmation(screen, since: since, action)
        }
    }

    private mutating func followUpAmount(_ screen: FollowUpScreen, _ action: Action) -> [Effect] {
        var screen = screen
        switch action {
        case .submit:
            if screen.submit(settings) { return askForApproval(screen) }
        case .choose:
            if screen.draft.offersChoice { screen.draft.keepsRest.toggle() }
        case .up, .down: screen.isAtRemark = action == .down
        case .clear:
            screen.problem = nil
            if screen.isAtRemark { screen.remark.clear() } else { screen.reset() }
        case .back:
            goBack()
            return []
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .pageUp, .pageDown, .top, .bottom,
            .release, .consume, .offerCode, .held, .find:
            return []
        }
        self.screen = .followUp(screen)
        return []
    }

    private mutating func askForApproval(_ screen: FollowUpScreen) -> [Effect] {
        var screen = screen
        screen.draft.approver = nil
        screen.stage = .confirmation(since: now.uptime)
        if screen.draft.purpose == .release {
            switch Approval.begin(settings) {
            case .given(let member): screen.draft.approver = member
            case .asked(let approval): screen.stage = .approval(approval)
            case .impossible:
                screen.stage = .amount
                screen.problem = .noSupervisor
            }
        }
        self.screen = .followUp(screen)
        return []
    }

    private mutating func followUpConfirmation(
        _ screen: FollowUpScreen, since: Int64, _ action: Action
    ) -> [Effect] {
        var screen = screen
        if action == .back {
            // Who approved it approved this amount: another one has to be approved anew.
            screen.stage = .amount
            screen.draft.approver = nil
        } else if action == .confirm {
            if confirmKey.press(at: now.uptime, since: since) != .waits { note = .confirmedTooEarly }
        }
        self.screen = .followUp(screen)
        return []
    }

    /// F9 stood alone long enough: what it confirmed is done.
    mutating func confirmIfDue() -> [Effect] {
        guard confirmKey.isDue(at: now.uptime), !isQuitting else { return [] }
        switch screen {
        case .followUp(let screen):
            guard case .confirmation = screen.stage else { return [] }
            let id = makeFollowUpID()
            followUps[id] = FollowUpRun(id: id, draft: screen.draft, sentTime: now.uptime)
            show(.followUpProgress(id))
            return [screen.draft.effect(id, staffID: settings.clerk?.id)]
        case .openQuestions(let screen): return closingConfirmed(screen)
        case .home, .amount, .reference, .scan, .progress, .result, .lookUp, .help, .followUpProgress, .followUpResult,
            .offer, .held, .find, .signIn:
            return []
        }
    }

    // MARK: - Approval

    private mutating func take(_ step: Approval.Step, _ approval: Approval, _ screen: FollowUpScreen) -> [Effect] {
        var screen = screen
        var effects: [Effect] = []
        switch step {
        case .stays: break
        case .back: screen.stage = .amount
        case .given(let member): screen.approve(member, at: now.uptime)
        case .check(let member, let pin):
            let id = makeApprovalID()
            var approval = approval
            approval.isAsking(id, about: member)
            screen.stage = .approval(approval)
            effects = [.approve(id, staffID: member.id, pin, clerkID: settings.clerk?.id)]
        }
        self.screen = .followUp(screen)
        return effects
    }

    /// The answer to a PIN. The screen may lie below another by now.
    mutating func approved(_ id: ApprovalID, _ answer: PinAnswer) -> [Effect] {
        let time = now.uptime
        let (before, below) = (screen, trail)
        screen = screen.approved(id, answer, at: time)
        trail = trail.map { $0.approved(id, answer, at: time) }
        if case .acceptedAfter(let count, let since) = answer, screen != before || trail != below {
            note = .wrongPinsBefore(count, since: settings.zone.dayAndTime(since))
        }
        return []
    }

    // MARK: - Scans

    /// Nothing here is scanned: a scan leaves everything as it was.
    mutating func followUp(_ screen: FollowUpScreen, receives text: SecretBytes) -> [Effect] {
        followUp(screen, refuses: screen.isAtRemark ? .codeIsNoReason : .scanIsNoAmount)
    }

    mutating func followUp(_ screen: FollowUpScreen, refuses words: Phrase) -> [Effect] {
        var screen = screen
        switch screen.stage {
        case .amount:
            screen.problem = words
        case .approval(var approval):
            guard approval.context == .pin else { return ignoreScan() }
            approval.refuseScan()
            screen.stage = .approval(approval)
        case .confirmation: return ignoreScan()
        }
        self.screen = .followUp(screen)
        return []
    }
}

extension FollowUpScreen {
    fileprivate mutating func approve(_ member: StaffMember, at time: Int64) {
        draft.approver = member
        stage = .confirmation(since: time)
    }
}

extension Screen {
    fileprivate func approved(_ id: ApprovalID, _ answer: PinAnswer, at time: Int64) -> Screen {
        switch self {
        case .followUp(var screen):
            guard case .approval(var approval) = screen.stage else { return self }
            let step = approval.answered(id, answer)
            screen.stage = .approval(approval)
            if case .given(let member) = step { screen.approve(member, at: time) }
            return .followUp(screen)
        case .openQuestions(var screen):
            screen.approved(id, answer, at: time)
            return .openQuestions(screen)
        case .home, .amount, .reference, .scan, .progress, .result, .followUpProgress, .followUpResult, .lookUp, .help:
            return self
        case .offer, .held, .find, .signIn: return self
        }
    }
}
