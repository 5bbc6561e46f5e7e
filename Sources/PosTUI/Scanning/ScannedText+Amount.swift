import PayEngine

extension ScannedText {
    /// Returns why a text that was put into the field of an amount is none; nil: it is one.
    static func problem(ofAmount text: String, maximum: Fen) -> Phrase? {
        switch ScannedText(text) {
        case .paymentCode: return .amountFirst
        case .orderNumber: return .numberIsNoAmount
        case .other:
            do throws(Fen.ParsingError) {
                _ = try Fen(yuan: text)
                return nil
            } catch {
                return .wrongAmount(error, maximum: maximum)
            }
        }
    }
}
