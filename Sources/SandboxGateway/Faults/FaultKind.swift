/// Where a fault does its work.
enum FaultKind: String, CaseIterable, Sendable {
    case order = "what becomes of the order"
    case movement = "what becomes of a release or consume"
    case status = "what the gateway says"
    case line = "the line"
    case disbelief = "answers that must not be believed"
    case rubbish = "answers that are none"
    case ping = "ping"

    /// The interfaces that a fault of this kind strikes when none is named.
    var strikes: [BankInterface] {
        switch self {
        case .order: [.microFreeze]
        case .movement: [.unfreeze, .depositConsume]
        case .status, .line, .disbelief, .rubbish: BankInterface.signed
        case .ping: [.ping]
        }
    }

    /// The interfaces that some fault of this kind may be asked to strike.
    var allowed: [BankInterface] {
        switch self {
        case .order: [.microFreeze, .scancodeFreeze, .unfreeze, .depositConsume]
        case .movement, .status, .disbelief, .ping: strikes
        case .line, .rubbish: BankInterface.allCases
        }
    }
}
