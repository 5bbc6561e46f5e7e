import PayEngine

/// The first step of a deposit: how much.
struct AmountScreen: Equatable, Sendable {
    var field = TextField(masking: .amount)
    /// What is wrong with the amount.
    var problem: Phrase?
}

extension State {
    /// F2, from wherever it makes sense.
    mutating func beginDeposit() -> [Effect] {
        switch screen {
        case .progress(let id), .offer(let id):
            guard leaveFreeze(id) else { return [] }
        case .followUpProgress(let id):
            guard followUps[id]?.order != nil else {
                note = .stillSending
                return []
            }
            note = .leftInBackground
        case .result, .followUpResult:
            guard acceptsKeys else { return [] }
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
            clearField()
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

    /// What was scanned stands at the end of the field. Only a short text can be an amount.
    mutating func amount(_ screen: AmountScreen, receives text: String) -> [Effect] {
        var screen = screen
        if text.count <= TextField.longestAmount { return submit(screen) }
        let typed = screen.field.text
        let before = typed.hasSuffix(text) ? String(typed.dropLast(text.count)) : ""
        screen.field.set(before)
        switch ScannedText(text) {
        case .paymentCode: screen.problem = .amountFirst
        case .orderNumber(let number):
            if before.isEmpty {
                // The number itself may have opened this screen; nothing in it is worth coming back to.
                goBack()
                return openLookUp(of: number)
            }
            screen.problem = .numberIsNoAmount
        case .other: screen.problem = .scanNotUnderstood
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
            return goOn(with: DepositDraft(amount: amount, amountText: text))
        } catch {
            screen.problem = .wrongAmount(error, maximum: settings.maximum)
            self.screen = .amount(screen)
            return []
        }
    }

    private mutating func goOn(with draft: DepositDraft) -> [Effect] {
        open(settings.asksReference ? .reference(ReferenceScreen(draft: draft)) : .scan(ScanScreen(draft: draft)))
        return healthCheck.beginsBeforeScan(at: now.uptime) ? [.checkHealth] : []
    }
}
