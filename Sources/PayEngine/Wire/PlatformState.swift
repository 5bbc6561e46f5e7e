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
        number = container.number(.number)
        text = container.text(.text)?.asGatewayText()
    }
}
