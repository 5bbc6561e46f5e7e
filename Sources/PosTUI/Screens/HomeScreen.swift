import PayEngine

/// Home: what can be done. A hurried clerk may begin to type an amount here, or scan an order number.
extension State {
    mutating func home(_ action: Action) -> [Effect] {
        switch action {
        case .lookUp: return openLookUp(of: nil)
        case .back:
            notices = []
            return []
        case .newDeposit, .openQuestions, .help, .quit, .news, .submit, .quickAmount, .switchPlatform, .leave,
            .closeByHand, .confirm, .askWeChat, .askAlipay, .narrow, .refresh, .clear, .up, .down, .pageUp, .pageDown,
            .top, .bottom, .release, .consume, .offerCode, .held, .find, .choose:
            return []
        }
    }

    mutating func homeTyped(_ character: Character) {
        note = nil
        guard character.isASCII, character.isNumber || character == "." else { return }
        // A number that begins with letters is being scanned: it will be understood at its end.
        guard scanner.isAtStart else { return }
        var screen = AmountScreen()
        screen.field.type(character)
        begin(.amount(screen))
    }

    /// A number that begins with a letter; one that begins with a digit has opened the amount meanwhile.
    mutating func homeReceives(_ text: String) -> [Effect] {
        switch ScannedText(text) {
        case .paymentCode:
            note = .amountFirst
            return []
        case .orderNumber(let number): return openLookUp(of: number)
        case .other:
            note = .scanNotUnderstood
            return []
        }
    }
}
