import PayEngine

/// The step in which the customer's code is scanned.
///
/// The first valid code is sent at once.
struct ScanScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case submit, clear, back
        /// Show a code that the customer scans.
        case offerCode
        /// WeChat Pay, Alipay or by the code's prefix.
        case switchPlatform
    }

    private static let keys = KeyTable<Action>(Phrase("扫码", "Scan"))
        .own(
            KeyBinding(
                "Enter", [.enter, .tab], .submit, hint: Phrase("发送", "Send"),
                help: Phrase("发送付款码，扫码枪会自动按", "Send the code; a scanner presses it by itself")),
            // F9 is for what moves money.
            KeyBinding(
                "Ctrl-T", [.control("t")], .offerCode, hint: Phrase("支付宝二维码", "Alipay code"),
                help: Phrase("不扫顾客的码，出示二维码请顾客扫（只有支付宝）", "Show a code that the customer scans instead (Alipay only)")
            ),
            // Not a key beside the quick amounts': one pressed twice would force a platform on the customer's code.
            KeyBinding(
                "Ctrl-P", [.control("p")], .switchPlatform, hint: Phrase("平台", "Platform"),
                help: Phrase("指定微信支付或支付宝", "Say which platform the code belongs to")),
            .clear(.clear), .back(.back)
        )
        .till(
            TillKeys.lookUp, TillKeys.openQuestions, TillKeys.news, TillKeys.help, TillKeys.quit, TillKeys.newDeposit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    var draft: DepositDraft
    var field = TextField(masking: .code)
    /// What the clerk said the code belongs to; nil: its prefix decides.
    var platform: PayPlatform?
    var problem: Phrase?

    init(draft: DepositDraft) {
        self.draft = draft
    }

    var title: Phrase { .scanTitle }
    var keys: KeyTable<Action> { Self.keys }
    var input: TypedField { .code }
    var readiness: ScanReadiness { .now }

    mutating func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .submit: return submit(field.content, &till)
        case .switchPlatform: platform = platform.next
        case .offerCode: return offerCode(&till)
        case .clear: return type(.discard, in: &till)
        case .back: return Step(move: .back(.change))
        }
        return .stay
    }

    mutating func type(_ input: TextInput, in till: inout TillContext) -> Step {
        switch input {
        case .character, .paste: till.note = nil
        case .deleteLast, .discard: break
        }
        field.apply(input)
        problem = nil
        return .stay
    }

    /// Leaves the amount as it was.
    mutating func receive(_ scan: Scan, in till: inout TillContext) -> Step {
        switch scan {
        case .text(let text):
            if case .orderNumber(let number) = ScannedText(text) { return .open(.lookUp(number)) }
            return submit(text, &till)
        case .burst, .broken:
            field.clear()
            problem = .scanBrokeOff
            return .stay
        }
    }

    mutating func receive(_ news: TillNews, in till: inout TillContext) -> Step {
        guard case .covered = news else { return .stay }
        field.clear()
        problem = nil
        return .stay
    }

    func disarms(after idle: Int64, _ settings: Settings) -> Phrase? { draft.disarms(after: idle, settings) }

    /// Sends the first valid code and changes the screen with it, so that a second scan of it finds no field to land
    /// in.
    private mutating func submit(_ text: SecretBytes, _ till: inout TillContext) -> Step {
        field.clear()
        do throws(AuthorCode.ScanningError) {
            let code = try AuthorCode(scanned: text, prefixes: till.settings.prefixes, platform: platform)
            let request = FreezeRequest(
                amount: draft.amount, code: code, staffID: till.settings.clerk?.id, reference: draft.reference)
            let id = till.makeFreezeID()
            till.freezes[id] = Freeze(id: id, request: request, sentTime: till.now.uptime)
            return Step(move: .begin(.progress(id)), effects: [.freeze(id, request)])
        } catch {
            problem = .wrongCode(error)
            return .stay
        }
    }

    private func offerCode(_ till: inout TillContext) -> Step {
        let request = CodeRequest(
            amount: draft.amount, staffID: till.settings.clerk?.id, reference: draft.reference)
        let id = till.makeFreezeID()
        till.freezes[id] = Freeze(id: id, offer: request, sentTime: till.now.uptime)
        return Step(move: .begin(.offer(id)), effects: [.offerCode(id, request)])
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        ScanView.draw(self, till: till, on: &frame, in: rect)
    }
}

extension PayPlatform? {
    fileprivate var next: PayPlatform? {
        switch self {
        case nil: .wechat
        case .wechat: .alipay
        case .alipay: nil
        }
    }
}

enum ScanView {
    static func draw(_ screen: ScanScreen, till: TillContext, on frame: inout Frame, in rect: Rect) {
        let language = till.language
        BigNumber.draw(screen.draft.amount.yuan, x: rect.x + 2, y: rect.y + 1, role: .figures, on: &frame)
        let x = rect.x + 2 + BigNumber.width(screen.draft.amount.yuan) + 4
        frame.put(
            Phrase.money(screen.draft.amount).text(in: language), x: x, y: rect.y + 1, role: .strong,
            limit: rect.right)
        let platform = screen.platform.map(Phrase.platform) ?? .platformByCode
        frame.put(
            Phrase.platform.text(in: language) + "  " + platform.text(in: language), x: x, y: rect.y + 3,
            role: screen.platform == nil ? .muted : .strong, limit: rect.right)
        if let reference = screen.draft.reference {
            let words = Phrase.reference.text(in: language) + "  " + reference.printable
            frame.put(words, x: x, y: rect.y + 5, role: .muted, limit: rect.right)
        }
        FieldBox(
            prompt: Phrase.scanPrompt.text(in: language), content: screen.field.shown(whileScanning: true),
            problem: screen.problem?.text(in: language), width: 40
        ).draw(on: &frame, x: rect.x + 2, y: rect.y + 8, limit: rect.right)
        frame.put(
            Phrase.scanSendsAtOnce.text(in: language), x: rect.x + 2, y: rect.y + 15, role: .muted, limit: rect.right)
        frame.put(
            Phrase.offerInstead.text(in: language), x: rect.x + 2, y: rect.y + 17, role: .muted, limit: rect.right)
    }
}
