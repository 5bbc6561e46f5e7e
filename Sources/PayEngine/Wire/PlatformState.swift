/// The `…_ext` of an order in an answer: the platform's own state.
struct PlatformState {
    /// `current_trade_state` on the wire.
    let number: Int?
    /// `trade_state_desc` on the wire.
    let text: String?
    /// `bank_type` on the wire.
    let bankType: String?
    /// `credit_amount` and `fund_amount` of a release by Alipay.
    let creditAmount: Fen?
    let fundAmount: Fen?

    enum CodingKeys: String, CodingKey {
        case number = "current_trade_state"
        case text = "trade_state_desc"
        case bankType = "bank_type"
        case creditAmount = "credit_amount"
        case fundAmount = "fund_amount"
    }

    init(number: Int?, text: String?) {
        self.number = number
        self.text = text
        bankType = nil
        creditAmount = nil
        fundAmount = nil
    }

    init(from object: WireObject) {
        let members = object.keyed(by: CodingKeys.self)
        // What is there and can't be read is a state that nobody knows, not none.
        number = members.number(.number) ?? (members.has(.number) ? -1 : nil)
        text = members.text(.text)?.asGatewayText()
        bankType = members.text(.bankType)?.asGatewayText(limit: 64)
        creditAmount = members.shownSum(.creditAmount)
        fundAmount = members.shownSum(.fundAmount)
    }
}
