/// One release of a deposit (`unfreeze_order_content`).
struct BankRelease: Codable, Equatable, Sendable {
    /// The raw value is `current_trade_state`, the same on both platforms.
    enum State: Int, Codable, Sendable {
        case created = 1
        case released = 2
        case failed = 3
    }

    var number: String
    var fee: Int
    var state: State
    var made: Int
    var remark: String?
    var client: BankClient
    /// `nonce_str` of the release.
    var nonce: String
}
