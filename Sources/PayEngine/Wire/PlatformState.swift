/// The `…_ext` of an order in an answer: the platform's own state.
struct PlatformState: Decodable {
    /// `current_trade_state`
    let number: Int?
    /// `trade_state_desc`
    let text: String?

    enum CodingKeys: String, CodingKey {
        case number = "current_trade_state"
        case text = "trade_state_desc"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let isGiven = (try? container.decodeNil(forKey: .number)) == false
        // What is there and can't be read is a state that nobody knows, not none.
        number = container.number(.number) ?? (isGiven ? -1 : nil)
        text = container.text(.text)?.asGatewayText()
    }
}
