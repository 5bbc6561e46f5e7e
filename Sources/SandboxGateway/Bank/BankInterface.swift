/// The interfaces that are served; the raw value is the last part of the path.
enum BankInterface: String, CaseIterable, Codable, Sendable {
    case ping
    case microFreeze = "micro_freeze"
    case scancodeFreeze = "scancode_freeze"
    case queryFreezeOrder = "query_freeze_order"
    case unfreeze
    case queryUnfreezeOrder = "query_unfreeze_order"
    case depositConsume = "deposit_consume"
    case queryOrder = "query_order"

    /// All but ping, whose answers have no envelope.
    static let signed = allCases.filter { $0 != .ping }

    init?(path: String) {
        guard path.hasPrefix("/cpay/") else { return nil }
        self.init(rawValue: String(path.dropFirst("/cpay/".count)))
    }

    /// The name of the object in an answer: the path says `scancode`, the answer `scan_code`.
    var objectName: String { self == .scancodeFreeze ? "scan_code_freeze" : rawValue }

    /// Whether a request makes an order, a release or a consume.
    var makes: Bool {
        switch self {
        case .microFreeze, .scancodeFreeze, .unfreeze, .depositConsume: true
        case .ping, .queryFreezeOrder, .queryUnfreezeOrder, .queryOrder: false
        }
    }
}
