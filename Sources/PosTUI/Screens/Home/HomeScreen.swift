import PayEngine

/// The screen that shows what can be done.
///
/// A hurried clerk may begin to type an amount here, or scan an order number.
struct HomeScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case dismissNotices
    }

    static let keys = KeyTable<Action>(Phrase("首页", "Home"))
        .till(
            TillKeys.newDeposit, TillKeys.lookUp, TillKeys.openQuestions, TillKeys.held, TillKeys.find, TillKeys.news,
            TillKeys.help, TillKeys.questionMark, TillKeys.quit, TillKeys.signOut
        )
        .own(
            KeyBinding("Esc", [.escape], .dismissNotices, help: Phrase("收起启动提示", "Put the notices away")))

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    var title: Phrase { .homeTitle }
    var keys: KeyTable<Action> { Self.keys }
    var input: TypedField { .money }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .dismissNotices: till.notices = []
        }
        return .stay
    }

    /// Judges whatever is typed as at the amount; a scan is taken out of it again at its end.
    func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character(let character, let isFast):
            till.note = nil
            guard character != " " else { return .stay }
            return Step(move: .begin(.amount(.typed(character, isFast: isFast))))
        case .paste(let text):
            till.note = ScannedText.problem(ofAmount: text, maximum: till.settings.maximum)
            guard till.note == nil else { return .stay }
            return Step(move: .begin(.amount(.text(text))))
        case .deleteLast, .discard: return .stay
        }
    }

    func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch scan {
        case .text(let text):
            switch ScannedText(text) {
            case .paymentCode: till.note = .amountFirst
            case .orderNumber(let number): return .open(.lookUp(number))
            case .other: till.note = .scanNotUnderstood
            }
        case .burst, .broken: till.note = scan.refusal
        }
        return .stay
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        HomeView.draw(till, on: &frame, in: rect)
    }
}

enum HomeView {
    private static let entries = [
        TillKeys.newDeposit, TillKeys.lookUp, TillKeys.openQuestions, TillKeys.held, TillKeys.find, TillKeys.signOut,
        TillKeys.help, TillKeys.quit,
    ]

    static func draw(_ till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        var y = rect.y + 1
        for binding in entries where binding.action != .signOut || !till.settings.staff.isEmpty {
            guard let hint = binding.hint?.text(in: language) else { continue }
            frame.put(binding.label, x: rect.x + 2, y: y, role: .hintKey)
            frame.put(hint, x: rect.x + 10, y: y, role: .strong)
            frame.put(binding.help.text(in: language), x: rect.x + 22, y: y, role: .muted, limit: rect.right)
            if binding.action == .openQuestions, !till.openQuestions.isEmpty {
                frame.put("\(till.openQuestions.count)", endingAt: rect.right - 2, y: y, role: .warning)
            }
            y += 1
        }
        y += 1
        frame.put(Phrase.homeShortcut.text(in: language), x: rect.x + 2, y: y, role: .text, limit: rect.right)
        y += 2
        let last = rect.bottom - 1
        y = drawNotices(till, on: &frame, in: Rect(x: rect.x, y: y, width: rect.width, height: last - y))
        DemoHint.draw(till.settings, on: &frame, in: Rect(x: rect.x, y: y, width: rect.width, height: last - y))
        drawGateway(till.health, language, on: &frame, in: Rect(x: rect.x, y: last, width: rect.width, height: 1))
    }

    private static func drawGateway(
        _ health: GatewayHealth, _ language: TillConfiguration.Language, on frame: inout Frame, in rect: Rect
    ) {
        guard let base = health.base else { return }
        let isOff = (health.clockOffset?.magnitude ?? 0) > StatusBar.clockTolerance.magnitude
        let facts = Phrase.gatewayFacts(base, clockOffset: health.clockOffset).text(in: language)
        frame.put(facts, x: rect.x + 2, y: rect.y, role: isOff ? .warning : .muted, limit: rect.right)
    }

    /// Returns the line after the box.
    private static func drawNotices(_ till: TillContext, on frame: inout Frame, in rect: Rect) -> Int {
        guard !till.notices.isEmpty else { return rect.y }
        let lines = till.notices.flatMap {
            Phrase.notice($0).text(in: till.language).wrapped(columns: rect.width - 4)
        }
        let height = min(rect.height, lines.count + 2)
        frame.box(
            Rect(x: rect.x, y: rect.y, width: rect.width, height: height),
            title: Phrase.noticesTitle.text(in: till.language), role: .warning, titleRole: .warning)
        for (row, line) in lines.prefix(max(0, height - 2)).enumerated() {
            frame.put(line, x: rect.x + 2, y: rect.y + 1 + row, limit: rect.right - 2)
        }
        return rect.y + height
    }
}
