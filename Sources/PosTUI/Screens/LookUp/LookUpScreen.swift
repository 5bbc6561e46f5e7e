import PayEngine

/// One order: what the gateway says and what this till's journal knows.
struct LookUpScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case submit, clear, back, refresh, release, consume
        /// Show only one release.
        case narrow
        /// Look up another order.
        case another
        case ask(PayPlatform)
        case scroll(ListMove)
    }

    enum Stage: Equatable, Sendable {
        case entry
        /// Since when, in milliseconds of uptime.
        case asking(LookUpID, since: Int64)
        case shown(LookUp)
    }

    private static let entryKeys = KeyTable<Action>(Phrase("输入单号", "Entering a number"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("查询", "Look up"),
                help: Phrase("查询这个单号", "Ask about it")),
            .clear(.clear), .back(.back)
        )
        .till(
            TillKeys.newDeposit, TillKeys.openQuestions, TillKeys.find, TillKeys.heldToo, TillKeys.news, TillKeys.help,
            TillKeys.quit)
    private static let reportKeys = KeyTable<Action>(Phrase("查单", "Look up"))
        .own(
            .refresh(.refresh), .release(.release), .consume(.consume),
            KeyBinding(
                "F6", [.function(6)], .narrow, hint: Phrase("按解冻单号", "One release"),
                help: Phrase("只看一笔解冻", "Show only one release")),
            KeyBinding(
                "F3", [.function(3)], .another, hint: Phrase("查另一单", "Another"), help: Phrase("查另一单", "Look up another")
            ),
            .back(.back)
        )
        .till(TillKeys.newDeposit)
        .own(KeyBinding.scrolling(Action.scroll))
        .till(
            TillKeys.help, TillKeys.quit, TillKeys.openQuestions, TillKeys.heldToo, TillKeys.findToo, TillKeys.news,
            TillKeys.questionMark)
    private static let platformKeys = KeyTable<Action>(Phrase("选择平台", "Choosing the platform"))
        .own(
            KeyBinding(
                "W", [.character("w"), .character("W")], .ask(.wechat), hint: Phrase("微信支付", "WeChat Pay"),
                help: Phrase("向微信支付查询", "Ask WeChat Pay")),
            KeyBinding(
                "A", [.character("a"), .character("A")], .ask(.alipay), hint: Phrase("支付宝", "Alipay"),
                help: Phrase("向支付宝查询", "Ask Alipay")),
            .back(.back)
        )
        .till(TillKeys.newDeposit, TillKeys.news, TillKeys.help, TillKeys.quit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [entryKeys, reportKeys, platformKeys] }

    var stage = Stage.entry
    var field = TextField(masking: .number)
    /// Open while a release number is typed.
    var releaseField: TextField?
    var number: OrderNumber?
    var releaseNumber: OrderNumber?
    var platform: PayPlatform?
    var scroll = 0
    var problem: Phrase?

    /// Makes the look-up of an order, which is asked about at once.
    ///
    /// - Returns: the screen, and the question.
    static func asking(_ number: OrderNumber, in till: inout TillContext) -> (LookUpScreen, [Effect]) {
        var screen = LookUpScreen()
        screen.field.set(number.text)
        screen.number = number
        let step = screen.ask(&till)
        return (screen, step.effects)
    }

    /// What there is to do: enter a number, choose the platform, or read.
    enum Mode {
        case entry, platform, report
    }

    var mode: Mode {
        switch stage {
        case .entry: .entry
        case .asking: .report
        case .shown(let found):
            if releaseField != nil {
                .entry
            } else if found.orderProblem == .platformNeeded {
                .platform
            } else {
                .report
            }
        }
    }

    var title: Phrase { .lookUpTitle }

    var keys: KeyTable<Action> {
        switch mode {
        case .entry: Self.entryKeys
        case .platform: Self.platformKeys
        case .report: Self.reportKeys
        }
    }

    var input: TypedField { mode == .entry ? .number : .none }
    var takesPlainText: Bool { mode != .report }

    func offers(_ action: Action) -> Bool {
        switch action {
        case .release, .consume: atHand.target != nil
        case .submit, .clear, .back, .refresh, .narrow, .another, .ask, .scroll: true
        }
    }

    /// The order on the screen.
    var found: LookUp? {
        guard case .shown(let found) = stage else { return nil }
        return found
    }

    private var atHand: DepositAtHand {
        DepositAtHand(
            found.flatMap { OrderTarget($0) }, openOrder: found?.local?.openOrder, refusal: whyNothingIsHeld)
    }

    private var whyNothingIsHeld: Phrase {
        guard let found else { return .nothingHeld }
        if let outcome = found.outcome { return .notHeld(outcome) }
        switch found.orderProblem {
        case .notThere, .noNumber: return .nothingHeld
        case nil, .gatewayDown, .refused, .notShown, .unknown, .platformNeeded: return .notHeld(.unknown)
        }
    }

    // MARK: - Keys

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .submit: return submit(&till)
        case .refresh:
            guard case .shown = stage else { return .stay }
            return ask(&till)
        case .ask(let platform):
            self.platform = platform
            return ask(&till)
        case .narrow: releaseField = TextField(masking: .number)
        case .another: self = LookUpScreen()
        case .clear: edit(.discard)
        case .back:
            guard releaseField != nil else { return .back }
            releaseField = nil
            problem = nil
        case .scroll(let move): scroll = LookUpView.scrolled(self, by: move, till)
        case .release: return atHand.step(.release, in: &till)
        case .consume: return atHand.step(.consume, in: &till)
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
        guard mode == .entry else { return }
        problem = nil
        if releaseField != nil { releaseField?.apply(input) } else { field.apply(input) }
    }

    /// Looks a scanned number up whatever stood there before.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch scan {
        case .text(let text):
            if mode != .entry, AuthorCode.resemblesPaymentCode(text) {
                till.note = .codeIsNoNumber
                return .stay
            }
            if releaseField != nil {
                releaseField?.set(text.text)
            } else {
                self = LookUpScreen()
                field.set(text.text)
            }
            return submit(&till)
        case .burst, .broken:
            guard mode == .entry else {
                till.note = .scanIgnored
                return .stay
            }
            edit(.discard)
            problem = .scanBrokeOff
            return .stay
        }
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        switch news {
        case .lookedUp(let id, let found):
            guard case .asking(id, _) = stage else { return .stay }
            stage = .shown(found)
        case .cameBack(.ask):
            guard case .shown = stage else { return .stay }
            return ask(&till)
        case .tick, .confirmed, .covered, .cameBack, .found, .approved, .signedIn, .openQuestions, .held, .closed: break
        }
        return .stay
    }

    // MARK: - Asking

    private mutating func submit(_ till: inout TillContext) -> Step {
        // Numbers are shown in groups, and copied with the spaces between them.
        let text = (releaseField ?? field).text.filter { $0 != " " }
        if AuthorCode.resemblesPaymentCode(text) {
            edit(.discard)
            problem = .codeIsNoNumber
        } else if releaseField != nil, text.isEmpty {
            releaseField = nil
            releaseNumber = nil
            return ask(&till)
        } else if text.isEmpty {
            problem = .numberMissing
        } else if let number = OrderNumber(text), releaseField != nil || number.mayNameDeposit {
            if releaseField == nil {
                self.number = number
                releaseNumber = nil
                platform = nil
            } else {
                releaseNumber = number
                releaseField = nil
            }
            return ask(&till)
        } else if releaseField == nil, !ScannedText.mayBePaymentCode(text) {
            // No number of an order: a room, a name, a number that the customer's phone shows.
            let words = field.text
            edit(.discard)
            return .open(.find(words))
        } else {
            if ScannedText.mayBePaymentCode(text) { edit(.discard) }
            problem = .wrongNumber
        }
        return .stay
    }

    private mutating func ask(_ till: inout TillContext) -> Step {
        guard let number else { return .stay }
        let id = till.makeLookUpID()
        stage = .asking(id, since: till.now.uptime)
        scroll = 0
        problem = nil
        return .ask(.lookUp(id, number, releaseNumber: releaseNumber, platform: platform))
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        LookUpView.draw(self, till: till, on: &frame, in: rect)
    }
}
