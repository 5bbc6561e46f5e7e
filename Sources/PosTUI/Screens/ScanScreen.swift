import PayEngine

/// The step in which the customer's code is scanned. The first valid code is sent at once.
struct ScanScreen: Equatable, Sendable {
    var draft: DepositDraft
    var field = TextField(masking: .code)
    /// What the clerk said the code belongs to; nil: its prefix decides.
    var platform: PayPlatform?
    var problem: Phrase?

    init(draft: DepositDraft) {
        self.draft = draft
    }
}

extension State {
    mutating func scan(_ screen: ScanScreen, _ action: Action) -> [Effect] {
        switch action {
        case .submit: return submit(screen, code: screen.field.content)
        case .switchPlatform:
            var screen = screen
            screen.platform = screen.platform.next
            self.screen = .scan(screen)
        case .offerCode: return offerCode(screen.draft)
        case .clear: clearField()
        case .back:
            goBack()
        case .lookUp: return openLookUp(of: nil)
        case .newDeposit, .openQuestions, .help, .quit, .news, .quickAmount, .leave, .closeByHand, .confirm,
            .askWeChat, .askAlipay, .narrow, .refresh, .up, .down, .pageUp, .pageDown, .top, .bottom, .release,
            .consume, .held, .find, .choose:
            break
        }
        return []
    }

    /// The amount stays as it was.
    mutating func scan(_ screen: ScanScreen, receives text: SecretBytes) -> [Effect] {
        if case .orderNumber(let number) = ScannedText(text) { return openLookUp(of: number) }
        return submit(screen, code: text)
    }

    /// The screen changes with the first valid code, so that a second scan of it finds no field to land in.
    private mutating func submit(_ screen: ScanScreen, code text: SecretBytes) -> [Effect] {
        var screen = screen
        screen.field.clear()
        do throws(AuthorCode.ScanningError) {
            let code = try AuthorCode(scanned: text, prefixes: settings.prefixes, platform: screen.platform)
            let request = FreezeRequest(
                amount: screen.draft.amount, code: code, staffID: settings.clerk?.id,
                reference: screen.draft.reference)
            let id = makeFreezeID()
            freezes[id] = Freeze(id: id, request: request, sentTime: now.uptime)
            begin(.progress(id))
            return [.freeze(id, request)]
        } catch {
            screen.problem = .wrongCode(error)
            self.screen = .scan(screen)
            return []
        }
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
