/// Where a fault does its work.
enum FaultKind: String, CaseIterable, Sendable {
    case order = "what becomes of the order"
    case status = "what the gateway says"
    case line = "the line"
    case disbelief = "answers that must not be believed"
    case rubbish = "answers that are none"
    case ping = "ping"

    /// The interfaces that a fault of this kind strikes when none is named.
    var strikes: [BankInterface] {
        switch self {
        case .order: [.microFreeze]
        case .status, .line, .disbelief, .rubbish: [.microFreeze, .queryFreezeOrder, .queryUnfreezeOrder]
        case .ping: [.ping]
        }
    }

    /// The interfaces that it may be asked to strike.
    var allowed: [BankInterface] {
        switch self {
        case .order, .status, .disbelief, .ping: strikes
        case .line, .rubbish: BankInterface.allCases
        }
    }
}
