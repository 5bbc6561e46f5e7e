import PayEngine

/// The first step of a deposit: how much.
struct AmountScreen: Equatable, Sendable {
    var field = TextField(masking: .amount)
    /// What is wrong with the amount.
    var problem: Phrase?
    /// It was entered before: the first character takes its place.
    var isSelected = false
    /// A part of it came as quickly as nobody types. It counts with an Enter, but not for long.
    private(set) var isQuick = false

    init(problem: Phrase? = nil) {
        self.problem = problem
    }

    mutating func type(_ character: Character, isFast: Bool) {
        if isSelected { clear() }
        if isFast { isQuick = true }
        problem = nil
        field.type(character)
    }

    mutating func clear() {
        self = AmountScreen()
    }
}

extension State {
    /// F2. It moves no money and is never refused: what was armed is gone, what was sent goes on by itself.
    mutating func beginDeposit() -> [Effect] {
        switch screen {
        case .progress(let id), .offer(let id): tellLeft(id)
        case .followUpProgress: note = .leftInBackground
        case .result, .followUpResult: break
        case .home, .amount, .reference, .scan, .lookUp, .openQuestions, .help, .followUp: break
        case .held, .find, .signIn: break
        }
        begin(.amount(AmountScreen()))
        return []
    }

    mutating func amount(_ screen: AmountScreen, _ action: Action) -> [Effect] {
        switch action {
        case .submit: return submit(screen)
        case .quickAmount(let index):
            guard settings.quickAmounts.indices.contains(index) else { return [] }
            var chosen = AmountScreen()
            chosen.field.set(settings.quickAmounts[index].yuan)
            return submit(chosen)
        case .clear:
            self.screen = .amount(AmountScreen())
            return []
        case .back:
            goBack()
            return []
        case .lookUp: return openLookUp(of: nil)
        case .newDeposit, .openQuestions, .help, .quit, .news, .switchPlatform, .leave, .closeByHand, .confirm,
            .askWeChat, .askAlipay, .narrow, .refresh, .up, .down, .pageUp, .pageDown, .top, .bottom, .release,
            .consume, .offerCode, .held, .find, .choose:
            return []
        }
    }

    /// That a burst of digits is no amount, and what else there is to do here.
    var burstIsNoAmount: Phrase {
        guard case .amount = screen, !settings.quickAmounts.isEmpty else { return .burstIsNoAmount }
        return .burstBesideQuickAmounts
    }

    /// The amount stays as it was.
    mutating func amount(_ screen: AmountScreen, receives text: SecretBytes) -> [Effect] {
        var screen = screen
        switch ScannedText(text) {
        case .paymentCode: screen.problem = .amountFirst
        case .orderNumber(let number): return openLookUp(of: number)
        case .other: screen.problem = burstIsNoAmount
        }
        self.screen = .amount(screen)
        return []
    }

    private mutating func submit(_ screen: AmountScreen) -> [Effect] {
        var screen = screen
        let text = screen.field.text
        if AuthorCode.resemblesPaymentCode(text) || text.count > TextField.longestAmount {
            screen.field.clear()
            screen.problem = AuthorCode.resemblesPaymentCode(text) ? .amountFirst : .scanNotUnderstood
            self.screen = .amount(screen)
            return []
        }
        do throws(Fen.ParsingError) {
            let amount = try Fen(yuan: text)
            guard amount <= settings.maximum else {
                screen.problem = .aboveMaximum(settings.maximum)
                self.screen = .amount(screen)
                return []
            }
            screen.problem = nil
            self.screen = .amount(screen)
            let isQuick = screen.isQuick && !text.contains(".")
            return goOn(with: DepositDraft(amount: amount, amountText: text, isQuick: isQuick))
        } catch {
            screen.problem = .wrongAmount(error, maximum: settings.maximum)
            self.screen = .amount(screen)
            return []
        }
    }

    /// An amount that nobody goes on with is put away, wherever it waits: the next code is another customer's.
    mutating func disarmIfIdle() {
        guard let keyTime else { return }
        let idle = now.uptime - keyTime
        guard let words = screen.disarms(after: idle, settings) else {
            guard trail.contains(where: { $0.disarms(after: idle, settings) != nil }) else { return }
            trail = trail.compactMap { below in
                guard let words = below.disarms(after: idle, settings) else { return below }
                guard case .amount = below else { return nil }
                return .amount(AmountScreen(problem: words))
            }
            return
        }
        scanner.reset()
        begin(.amount(AmountScreen(problem: words)))
    }

    private mutating func goOn(with draft: DepositDraft) -> [Effect] {
        open(settings.asksReference ? .reference(ReferenceScreen(draft: draft)) : .scan(ScanScreen(draft: draft)))
        return healthCheck.beginsBeforeScan(at: now.uptime) ? [.checkHealth] : []
    }
}

extension Screen {
    /// What is said when its amount is put away; nil: it has none, or may keep it.
    fileprivate func disarms(after idle: Int64, _ settings: Settings) -> Phrase? {
        let isQuick: Bool
        switch self {
        case .amount(let screen):
            guard !screen.field.text.isEmpty else { return nil }
            isQuick = false
        case .reference(let screen): isQuick = screen.draft.isQuick
        case .scan(let screen): isQuick = screen.draft.isQuick
        case .home, .progress, .result, .lookUp, .openQuestions, .help, .followUp, .followUpProgress, .followUpResult,
            .offer, .held, .find, .signIn:
            return nil
        }
        let seconds = isQuick ? min(DepositDraft.quickSeconds, settings.disarmSeconds) : settings.disarmSeconds
        return idle >= seconds * 1000 ? .amountPutAway(seconds: seconds) : nil
    }
}
