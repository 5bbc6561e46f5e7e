/// The `…_ext` of an order in an answer: the platform's own state.
struct PlatformState {
    /// `current_trade_state`
    let number: Int?
    /// `trade_state_desc`
    let text: String?

    enum CodingKeys: String, CodingKey {
        case number = "current_trade_state"
        case text = "trade_state_desc"
    }

    init(number: Int?, text: String?) {
        self.number = number
        self.text = text
    }

    init(from object: WireObject) {
        let members = object.keyed(by: CodingKeys.self)
        // What is there and can't be read is a state that nobody knows, not none.
        number = members.number(.number) ?? (members.has(.number) ? -1 : nil)
        text = members.text(.text)?.asGatewayText()
    }
}
