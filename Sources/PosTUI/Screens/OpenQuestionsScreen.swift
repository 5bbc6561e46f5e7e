import PayEngine

/// The orders that nobody knows the outcome of, and closing one by hand.
struct OpenQuestionsScreen: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        case list
        case reason(OrderNumber, TextField)
        case approval(OrderNumber, reason: String, Approval)
        /// Since when, in milliseconds of uptime.
        case confirmation(OrderNumber, reason: String, closerID: String?, since: Int64)
        /// The last query before closing is under way.
        case closing(OrderNumber, reason: String)
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

    /// It can't be closed for so many seconds from now.
    mutating func isTooEarly(seconds: Int, now: Int64) {
        message = .closingRefusal(.tooEarly(secondsLeft: seconds))
        closableTime = now + Int64(seconds) * 1000
    }

    /// The seconds that are said to be left go by, and then there is nothing to wait for any more.
    mutating func countDown(now: Int64) {
        guard let time = closableTime else { return }
        message = time > now ? .closingRefusal(.tooEarly(secondsLeft: Int((time - now + 999) / 1000))) : nil
        closableTime = time > now ? time : nil
    }

    var context: KeyContext {
        switch stage {
        case .list: .openQuestions
        case .reason: .closingReason
        case .approval(_, _, let approval): approval.context
        case .confirmation: .closingConfirmation
        case .closing: .closingUnderWay
        }
    }

    /// The answer to a PIN.
    mutating func approved(_ id: ApprovalID, _ answer: PinAnswer, at time: Int64) {
        guard case .approval(let number, let reason, var approval) = stage else { return }
        if case .given(let member) = approval.answered(id, answer) {
            stage = .confirmation(number, reason: reason, closerID: member.id, since: time)
        } else {
            stage = .approval(number, reason: reason, approval)
        }
    }

    mutating func changeApproval(_ change: (inout Approval) -> Void) {
        guard case .approval(let number, let reason, var approval) = stage else { return }
        change(&approval)
        stage = .approval(number, reason: reason, approval)
    }

    /// A PIN must not wait in its field for somebody to come back.
    mutating func forgetPin() {
        changeApproval { $0.forgetPin() }
    }

    mutating func edit(_ change: (inout TextField) -> Void) {
        guard case .reason(let number, var field) = stage else { return }
        change(&field)
        message = nil
        stage = .reason(number, field)
    }
}

extension State {
    mutating func openOpenQuestions() -> [Effect] {
        guard acceptsKeys else { return [] }
        if case .openQuestions = screen { return [.loadOpenQuestions] }
        open(.openQuestions(OpenQuestionsScreen()))
        return [.loadOpenQuestions]
    }

    mutating func openQuestions(_ screen: OpenQuestionsScreen, _ action: Action) -> [Effect] {
        var screen = screen
        var effects: [Effect] = []
        switch screen.stage {
        case .list:
            if action == .submit { return openLookUpOfSelected(screen) }
            if action == .lookUp { return openLookUp(of: nil) }
            if action == .back {
                goBack()
                return []
            }
            effects = list(&screen, action)
        case .reason(let number, let field): submitReason(&screen, number, field, action)
        case .approval(let number, let reason, var approval):
            let step = approval.perform(action)
            screen.stage = .approval(number, reason: reason, approval)
            effects = take(step, &screen, number, reason)
        case .confirmation(let number, let reason, _, let since):
            if action == .confirm {
                if confirmKey.press(at: now.uptime, since: since) != .waits { note = .confirmedTooEarly }
            } else if action == .back {
                screen.stage = .reason(number, TextField(masking: .words, text: reason))
            }
        case .closing:
            if action == .back {
                goBack()
                return []
            }
        }
        self.screen = .openQuestions(screen)
        return effects
    }

    mutating func openQuestions(_ screen: OpenQuestionsScreen, receives text: SecretBytes) -> [Effect] {
        var screen = screen
        switch screen.stage {
        case .list:
            guard case .orderNumber(let number) = ScannedText(text) else { return ignoreScan() }
            return openLookUp(of: number)
        case .reason:
            // Only a payment code comes here: other scans are text.
            screen.message = .codeIsNoReason
            self.screen = .openQuestions(screen)
            return []
        case .approval:
            guard screen.context == .pin else { return ignoreScan() }
            screen.changeApproval { $0.refuseScan() }
            self.screen = .openQuestions(screen)
            return []
        case .confirmation, .closing: return ignoreScan()
        }
    }

    /// F9 stood alone long enough.
    mutating func closingConfirmed(_ screen: OpenQuestionsScreen) -> [Effect] {
        guard case .confirmation(let number, let reason, let closerID, _) = screen.stage else { return [] }
        var screen = screen
        screen.stage = .closing(number, reason: reason)
        self.screen = .openQuestions(screen)
        return [.close(number, staffID: closerID, reason: reason)]
    }

    /// The list came anew; the mark stays on its order, also where the list lies below another screen.
    mutating func openQuestionsLoaded(_ orders: [DepositOrder]) {
        let old = openQuestions
        openQuestions = orders
        screen = screen.following(old, orders)
        trail = trail.map { $0.following(old, orders) }
    }

    mutating func closed(_ number: OrderNumber, _ result: Result<DepositOrder, ClosingRefusal>) -> [Effect] {
        let message: Phrase
        switch result {
        case .success: message = .closedByHand
        case .failure(let refusal): message = .closingRefusal(refusal)
        }
        if case .openQuestions(var screen) = screen, case .closing(number, let reason) = screen.stage {
            screen.stage = result.mayBeTriedAgain ? .reason(number, TextField(masking: .words, text: reason)) : .list
            screen.message = message
            if case .failure(.tooEarly(let seconds)) = result {
                screen.isTooEarly(seconds: seconds, now: now.uptime)
            }
            self.screen = .openQuestions(screen)
        } else {
            note = message
        }
        return [.loadOpenQuestions]
    }

    /// How long an open question can't be closed yet, as far as the screen knows; nil: the desk may be asked.
    private func secondsToClose(_ number: OrderNumber) -> Int? {
        openQuestions.first { $0.number == number }?
            .secondsToClose(monotonic: .milliseconds(now.uptime - now.suspended), boot: settings.journalBoot)
    }

    mutating func countDownToClosing() {
        guard case .openQuestions(var screen) = screen else { return }
        screen.countDown(now: now.uptime)
        self.screen = .openQuestions(screen)
    }

    private mutating func openLookUpOfSelected(_ screen: OpenQuestionsScreen) -> [Effect] {
        guard openQuestions.indices.contains(screen.selected) else { return [] }
        return openLookUp(of: openQuestions[screen.selected].deposit.number)
    }

    private func list(_ screen: inout OpenQuestionsScreen, _ action: Action) -> [Effect] {
        let last = max(0, openQuestions.count - 1)
        switch action {
        case .refresh: return [.loadOpenQuestions]
        case .closeByHand:
            guard openQuestions.indices.contains(screen.selected) else { return [] }
            let order = openQuestions[screen.selected]
            if let seconds = secondsToClose(order.number) {
                screen.isTooEarly(seconds: seconds, now: now.uptime)
                return []
            }
            screen.message = nil
            screen.stage = .reason(order.number, TextField(masking: .words))
        case .up: screen.selected = max(0, screen.selected - 1)
        case .down: screen.selected = min(last, screen.selected + 1)
        case .pageUp: screen.selected = max(0, screen.selected - OpenQuestionsView.page(size))
        case .pageDown: screen.selected = min(last, screen.selected + OpenQuestionsView.page(size))
        case .top: screen.selected = 0
        case .bottom: screen.selected = last
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .back, .news, .submit, .quickAmount, .switchPlatform,
            .leave, .confirm, .askWeChat, .askAlipay, .narrow, .clear, .release, .consume, .offerCode, .held, .find,
            .choose:
            break
        }
        return []
    }

    private mutating func submitReason(
        _ screen: inout OpenQuestionsScreen, _ number: OrderNumber, _ field: TextField, _ action: Action
    ) {
        let text = field.text.printable.withoutTrailingSpaces
        switch action {
        case .submit:
            if ScannedText.containsPaymentCode(text) {
                screen.message = .codeIsNoReason
                screen.stage = .reason(number, TextField(masking: .words))
            } else if text.isEmpty {
                screen.message = .closingRefusal(.reasonMissing)
            } else if let seconds = secondsToClose(number) {
                // It was sent again meanwhile. What was typed stays.
                screen.isTooEarly(seconds: seconds, now: now.uptime)
            } else {
                screen.message = nil
                screen.stage = askForApproval(number, reason: text)
            }
        case .clear: screen.stage = .reason(number, TextField(masking: .words))
        case .back:
            screen.message = nil
            screen.stage = .list
        case .newDeposit, .lookUp, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .up, .down, .pageUp, .pageDown, .top,
            .bottom, .release, .consume, .offerCode, .held, .find, .choose:
            break
        }
    }
}

extension Result<DepositOrder, ClosingRefusal> {
    /// The reason that was typed may still be needed.
    fileprivate var mayBeTriedAgain: Bool {
        switch self {
        case .success, .failure(.noSuchOrder), .failure(.notOpen), .failure(.settledMeanwhile): false
        case .failure(.tooEarly), .failure(.supervisorNeeded), .failure(.unknownStaff), .failure(.reasonMissing),
            .failure(.reasonTooLong), .failure(.journal):
            true
        }
    }
}

extension Screen {
    fileprivate func following(_ old: [DepositOrder], _ new: [DepositOrder]) -> Screen {
        guard case .openQuestions(var screen) = self else { return self }
        let number = old.indices.contains(screen.selected) ? old[screen.selected].number : nil
        let place = new.firstIndex { $0.number == number }
        screen.selected = place ?? min(screen.selected, max(0, new.count - 1))
        return .openQuestions(screen)
    }
}
