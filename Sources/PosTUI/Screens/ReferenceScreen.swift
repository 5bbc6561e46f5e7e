import PayEngine

/// The optional step between amount and scan: room, name or phone. It stays on this till.
struct ReferenceScreen: Equatable, Sendable {
    static let longest = 64
    /// The journal takes so many bytes of UTF-8.
    static let longestBytes = 128

    var draft: DepositDraft
    var field = TextField(masking: .words)
    var problem: Phrase?

    init(draft: DepositDraft) {
        self.draft = draft
    }
}

extension State {
    mutating func reference(_ screen: ReferenceScreen, _ action: Action) -> [Effect] {
        switch action {
        case .submit: submit(screen)
        case .clear: clearField()
        case .back: goBack()
        case .lookUp: return openLookUp(of: nil)
        case .newDeposit, .openQuestions, .help, .quit, .news, .quickAmount, .switchPlatform, .leave, .closeByHand,
            .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .up, .down, .pageUp, .pageDown, .top, .bottom,
            .release, .consume, .offerCode, .held, .find, .choose:
            break
        }
        return []
    }

    /// Only a payment code comes here: other scans are text.
    mutating func reference(_ screen: ReferenceScreen, receives text: SecretBytes) -> [Effect] {
        var screen = screen
        screen.problem = .codeIsNoReference
        self.screen = .reference(screen)
        return []
    }

    private mutating func submit(_ screen: ReferenceScreen) {
        var screen = screen
        let text = screen.field.text.printable.withoutTrailingSpaces
        if ScannedText.containsPaymentCode(text) {
            screen.field.clear()
            screen.problem = .codeIsNoReference
            self.screen = .reference(screen)
        } else if text.count > ReferenceScreen.longest || text.utf8.count > ReferenceScreen.longestBytes {
            screen.problem = .referenceTooLong(limit: ReferenceScreen.longest, wide: ReferenceScreen.longestBytes / 3)
            self.screen = .reference(screen)
        } else {
            screen.problem = nil
            self.screen = .reference(screen)
            var draft = screen.draft
            draft.reference = text.isEmpty ? nil : text
            open(.scan(ScanScreen(draft: draft)))
        }
    }
}
