import PayEngine

/// One order: what the gateway says and what this till's journal knows.
struct LookUpScreen: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        case entry
        /// Since when, in milliseconds of uptime.
        case asking(LookUpID, since: Int64)
        case shown(LookUp)
    }

    var stage = Stage.entry
    var field = TextField(masking: .number)
    /// Open while a release number is typed.
    var releaseField: TextField?
    var number: OrderNumber?
    var releaseNumber: OrderNumber?
    var platform: PayPlatform?
    var scroll = 0
    var problem: Phrase?

    var context: KeyContext {
        switch stage {
        case .entry: .lookUpEntry
        case .asking: .lookUp
        case .shown(let found):
            if releaseField != nil {
                .lookUpEntry
            } else if found.orderProblem == .platformNeeded {
                .lookUpPlatform
            } else {
                .lookUp
            }
        }
    }

    /// The order on the screen.
    var found: LookUp? {
        guard case .shown(let found) = stage else { return nil }
        return found
    }

    mutating func edit(_ change: (inout TextField) -> Void) {
        guard context == .lookUpEntry else { return }
        problem = nil
        if var narrowing = releaseField {
            change(&narrowing)
            releaseField = narrowing
        } else {
            change(&field)
        }
    }
}

extension State {
    /// Opens the look-up; with a number it asks at once.
    mutating func openLookUp(of number: OrderNumber?) -> [Effect] {
        var screen = LookUpScreen()
        guard let number else {
            open(.lookUp(screen))
            return []
        }
        screen.field.set(number.text)
        screen.number = number
        open(.lookUp(screen))
        return ask(screen)
    }

    mutating func lookUp(_ screen: LookUpScreen, _ action: Action) -> [Effect] {
        var screen = screen
        switch action {
        case .submit: return submit(screen)
        case .refresh:
            guard case .shown = screen.stage else { return [] }
            return ask(screen)
        case .askWeChat, .askAlipay:
            screen.platform = action == .askWeChat ? .wechat : .alipay
            return ask(screen)
        case .narrow: screen.releaseField = TextField(masking: .number)
        case .lookUp: screen = LookUpScreen()
        case .clear: screen.edit { $0.clear() }
        case .back:
            guard screen.releaseField != nil else {
                goBack()
                return []
            }
            screen.releaseField = nil
            screen.problem = nil
        case .up, .down, .pageUp, .pageDown, .top, .bottom:
            screen.scroll = LookUpView.scrolled(screen, by: action, in: self)
        case .release, .consume:
            beginFollowUp(action == .release ? .release : .consume)
            return []
        case .newDeposit, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave, .closeByHand,
            .confirm, .offerCode, .held, .find, .choose:
            return []
        }
        self.screen = .lookUp(screen)
        return []
    }

    /// A scanned number is looked up whatever stood there before.
    mutating func lookUp(_ screen: LookUpScreen, receives text: SecretBytes) -> [Effect] {
        var screen = screen
        if screen.context != .lookUpEntry, AuthorCode.resemblesPaymentCode(text) {
            note = .codeIsNoNumber
            return []
        }
        if screen.releaseField != nil {
            screen.releaseField?.set(text.text)
        } else {
            screen = LookUpScreen()
            screen.field.set(text.text)
        }
        return submit(screen)
    }

    /// The answer to a question. The screen may lie below another by now.
    mutating func lookedUp(_ id: LookUpID, _ found: LookUp) -> [Effect] {
        screen = screen.answered(id, found)
        trail = trail.map { $0.answered(id, found) }
        return [.loadOpenQuestions] + heldReload
    }

    private mutating func submit(_ screen: LookUpScreen) -> [Effect] {
        var screen = screen
        // Numbers are shown in groups, and copied with the spaces between them.
        let text = (screen.releaseField ?? screen.field).text.filter { $0 != " " }
        if AuthorCode.resemblesPaymentCode(text) {
            screen.edit { $0.clear() }
            screen.problem = .codeIsNoNumber
        } else if screen.releaseField != nil, text.isEmpty {
            screen.releaseField = nil
            screen.releaseNumber = nil
            return ask(screen)
        } else if text.isEmpty {
            screen.problem = .numberMissing
        } else if let number = OrderNumber(text), screen.releaseField != nil || number.mayNameDeposit {
            if screen.releaseField == nil {
                screen.number = number
                screen.releaseNumber = nil
                screen.platform = nil
            } else {
                screen.releaseNumber = number
                screen.releaseField = nil
            }
            return ask(screen)
        } else if screen.releaseField == nil, !ScannedText.mayBePaymentCode(text) {
            // No number of an order: a room, a name, a number that the customer's phone shows.
            let words = screen.field.text
            clearField()
            return openFind(words)
        } else {
            if ScannedText.mayBePaymentCode(text) { screen.edit { $0.clear() } }
            screen.problem = .wrongNumber
        }
        self.screen = .lookUp(screen)
        return []
    }

    private mutating func ask(_ screen: LookUpScreen) -> [Effect] {
        guard let number = screen.number else { return [] }
        var screen = screen
        let id = makeLookUpID()
        screen.stage = .asking(id, since: now.uptime)
        screen.scroll = 0
        screen.problem = nil
        self.screen = .lookUp(screen)
        return [.lookUp(id, number, releaseNumber: screen.releaseNumber, platform: screen.platform)]
    }
}

extension Screen {
    fileprivate func answered(_ id: LookUpID, _ found: LookUp) -> Screen {
        guard case .lookUp(var screen) = self, case .asking(id, _) = screen.stage else { return self }
        screen.stage = .shown(found)
        return .lookUp(screen)
    }
}
