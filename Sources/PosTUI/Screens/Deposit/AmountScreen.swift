import PayEngine

/// The first step of a deposit: how much.
struct AmountScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case submit, clear, back
        /// One of the configured quick amounts, from 0.
        case quickAmount(Int)
    }

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] {
        [table(quickAmounts.prefix(settings.quickAmounts.count))]
    }

    static let quickAmounts = (0..<4).map { index in
        KeyBinding(
            "F\(index + 5)", [.function(index + 5)], Action.quickAmount(index),
            help: Phrase("常用金额 \(index + 1)", "Quick amount \(index + 1)"))
    }

    private static let allKeys = table(quickAmounts[...])

    private static func table(_ quickAmounts: ArraySlice<KeyBinding<Action>>) -> KeyTable<Action> {
        KeyTable<Action>(Phrase("金额", "Amount"))
            .own(
                KeyBinding(
                    "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"),
                    help: Phrase("金额确定，去扫码", "Go on to the scan"))
            )
            .own(Array(quickAmounts))
            .own(.clear(.clear), .back(.back))
            .till(
                TillKeys.lookUp, TillKeys.openQuestions, TillKeys.news, TillKeys.help, TillKeys.quit,
                TillKeys.newDeposit)
    }

    var field = TextField(masking: .amount)
    /// What is wrong with the amount.
    var problem: Phrase?
    /// It was entered before: the first character takes its place.
    var isSelected = false
    /// Whether a part of it came as quickly as nobody types; it counts with an Enter, but not for long.
    private(set) var isQuick = false

    init(problem: Phrase? = nil) {
        self.problem = problem
    }

    var title: Phrase { .amountTitle }
    var keys: KeyTable<Action> { Self.allKeys }
    var input: TypedField { .money }
    var readiness: ScanReadiness { .soon }

    // MARK: - Typing

    mutating func type(_ character: Character, isFast: Bool) {
        if isSelected { clear() }
        if isFast { isQuick = true }
        problem = nil
        field.type(character)
    }

    mutating func clear() {
        self = AmountScreen()
    }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character(let character, let isFast):
            till.note = nil
            type(character, isFast: isFast)
        case .deleteLast where isSelected: clear()
        case .deleteLast, .discard:
            field.apply(input)
            isSelected = false
            problem = nil
        case .paste(let text):
            till.note = nil
            guard let found = ScannedText.problem(ofAmount: text, maximum: till.settings.maximum) else {
                // It takes the place of what is there: two amounts side by side are a third one.
                clear()
                field.set(text)
                return .stay
            }
            problem = found
        }
        return .stay
    }

    /// Leaves the amount as it was.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch scan {
        case .text(let text):
            switch ScannedText(text) {
            case .paymentCode: problem = .amountFirst
            case .orderNumber(let number): return .open(.lookUp(number))
            case .other: problem = burstIsNoAmount(till.settings)
            }
        case .burst(isLong: false): problem = burstIsNoAmount(till.settings)
        case .burst, .broken: problem = scan.refusal
        }
        return .stay
    }

    /// Says that a burst of digits is no amount, and what else there is to do here.
    private func burstIsNoAmount(_ settings: Settings) -> Phrase {
        settings.quickAmounts.isEmpty ? .burstIsNoAmount : .burstBesideQuickAmounts
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        if case .cameBack(.change) = news { isSelected = true }
        return .stay
    }

    func disarms(after idle: Int64, _ settings: Settings) -> Phrase? {
        field.isEmpty ? nil : .amountPutAway(afterIdle: idle, seconds: settings.disarmSeconds)
    }

    // MARK: - Going on

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .submit: return submit(&till)
        case .quickAmount(let index):
            guard till.settings.quickAmounts.indices.contains(index) else {
                till.note = .noQuickAmount(index + 1)
                return .stay
            }
            var chosen = AmountScreen()
            chosen.field.set(till.settings.quickAmounts[index].yuan)
            let step = chosen.submit(&till)
            self = chosen
            return step
        case .clear:
            clear()
            return .stay
        case .back: return .back
        }
    }

    private mutating func submit(_ till: inout TillContext) -> Step {
        let text = field.text
        if AuthorCode.resemblesPaymentCode(text) || text.count > TextField.longestAmount {
            field.clear()
            problem = AuthorCode.resemblesPaymentCode(text) ? .amountFirst : .scanNotUnderstood
            return .stay
        }
        do throws(Fen.ParsingError) {
            let fee = try Fen(yuan: text)
            guard fee <= till.settings.maximum else {
                problem = .aboveMaximum(till.settings.maximum)
                return .stay
            }
            problem = nil
            let isQuick = isQuick && !text.contains(".")
            return goOn(with: DepositDraft(amount: fee, amountText: text, isQuick: isQuick), &till)
        } catch {
            problem = .wrongAmount(error, maximum: till.settings.maximum)
            return .stay
        }
    }

    private func goOn(with draft: DepositDraft, _ till: inout TillContext) -> Step {
        Step(
            move: .open(till.settings.asksReference ? .reference(draft) : .scan(draft)),
            effects: till.healthCheck.beginsBeforeScan(at: till.now.uptime) ? [.checkHealth] : [])
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        AmountView.draw(self, till: till, on: &frame, in: rect)
    }
}

extension Phrase {
    /// Returns what is said when an amount is put away because nobody went on with it; nil: it is not time yet.
    ///
    /// `idle` is the time since the last key, in milliseconds.
    static func amountPutAway(afterIdle idle: Int64, seconds: Int64) -> Phrase? {
        idle >= seconds * 1000 ? amountPutAway(seconds: seconds) : nil
    }
}

enum AmountView {
    static func draw(_ screen: AmountScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        let shown = screen.field.shown(whileScanning: till.isScanning)
        FieldBox(
            prompt: Phrase.amountPrompt.text(in: language), content: shown, problem: screen.problem?.text(in: language),
            width: 40
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 1, limit: rect.right)
        let limit = Phrase.amountLimit(till.settings.maximum).text(in: language)
        frame.put(limit, x: rect.x + 44, y: rect.y + 3, role: .muted)
        var y = rect.y + 8
        y = drawQuickAmounts(till, on: &frame, x: rect.x + 2, y: y)
        DemoHint.draw(till.settings, on: &frame, in: Rect(x: rect.x, y: y, width: rect.width, height: rect.bottom - y))
    }

    private static func drawQuickAmounts(_ till: TillContext, on frame: inout Frame, x: Int, y: Int) -> Int {
        guard !till.settings.quickAmounts.isEmpty else { return y }
        frame.put(Phrase.quickAmounts.text(in: till.language), x: x, y: y, role: .muted)
        var column = x
        for (index, amount) in till.settings.quickAmounts.enumerated() {
            column = frame.put(AmountScreen.quickAmounts[index].label, x: column, y: y + 1, role: .hintKey) + 1
            column = frame.put(Phrase.money(amount).text(in: till.language), x: column, y: y + 1) + 3
        }
        return y + 3
    }
}
