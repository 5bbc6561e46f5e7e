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

    /// Whatever is typed is judged as at the amount. A scan is taken out of it again at its end.
    mutating func homeTyped(_ character: Character, isFast: Bool) {
        note = nil
        guard character != " " else { return }
        var screen = AmountScreen()
        screen.type(character, isFast: isFast)
        begin(.amount(screen))
    }

    mutating func homeReceives(_ text: SecretBytes) -> [Effect] {
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
