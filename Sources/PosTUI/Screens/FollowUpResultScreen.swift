import PayEngine

/// What became of a release or a consume. Digits, scans and Enter do nothing here.
struct FollowUpResultScreen: Equatable, Sendable {
    var end: FollowUpRun.End
    /// Nil where it is not this screen that sent it.
    var draft: FollowUpDraft?
    /// When it came up, or changed before the clerk's eyes; uptime in milliseconds.
    var shownTime: Int64

    init(end: FollowUpRun.End, draft: FollowUpDraft, shownTime: Int64) {
        self.end = end
        self.draft = draft
        self.shownTime = shownTime
    }

    init(_ order: DepositOrder, shownTime: Int64) {
        end = Self.end(of: order)
        self.shownTime = shownTime
    }

    static func end(of order: DepositOrder) -> FollowUpRun.End {
        order.isSettled ? .settled(order) : .leftOpen(order)
    }

    var order: DepositOrder? { end.order }

    /// What the big line says. What is not known is never refused.
    var outcome: Outcome {
        switch end {
        case .settled(let order): order.outcome
        case .leftOpen, .lost: .unknown
        case .rejected: .notSent
        }
    }

    var amount: Fen { order?.fee ?? draft?.amount ?? .zero }
    var platform: PayPlatform? { order?.platform ?? draft?.target.platform }

    func acceptsKeys(at time: Int64) -> Bool {
        time - shownTime >= ResultScreen.guardTime
    }

    /// The way back to what was typed, where nothing was sent: with what the gateway says is left.
    fileprivate var corrected: FollowUpScreen? {
        guard case .rejected(let rejection) = end, var draft else { return nil }
        draft.approver = nil
        switch rejection {
        case .aboveLeft(let left), .onlyWhole(let left):
            guard left > .zero else { return nil }
            draft.target.left = left
        case .cannotKeepRest: draft.keepsRest = false
        case .platformNeeded, .gatewayDown, .undecided, .amountIsZero, .supervisorNeeded, .unknownStaff, .fieldTooLong,
            .holdsPaymentCode, .notOnPlatform, .aboveMaximum, .gatewayClockUnknown, .noRandomBytes, .journal,
            .journalMoved, .withdrawn:
            break
        case .noSuchDeposit, .refusedToTell, .wrongNumber, .notHeld, .otherIsOpen: return nil
        }
        let typed = draft.amount.yuan
        var screen = FollowUpScreen(draft, problem: .rejection(rejection))
        screen.field.set(typed)
        screen.isDefault = false
        screen.remark.set(draft.remark ?? "")
        return screen
    }
}

extension State {
    mutating func followUpResult(_ screen: FollowUpResultScreen, _ action: Action) -> [Effect] {
        guard screen.acceptsKeys(at: now.uptime) else { return [] }
        switch action {
        case .back:
            if let corrected = screen.corrected {
                show(.followUp(corrected))
                return []
            }
            goBack()
            // What the look-up below shows was true before.
            if case .lookUp(let below) = self.screen { return lookUp(below, .refresh) }
        case .lookUp: return openLookUp(of: screen.order?.deposit.number ?? screen.draft?.target.number)
        case .release: beginFollowUp(.release)
        case .consume: beginFollowUp(.consume)
        case .newDeposit, .openQuestions, .help, .quit, .news, .submit, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .up, .down, .pageUp, .pageDown,
            .top, .bottom, .offerCode, .held, .find, .choose:
            break
        }
        return []
    }
}
