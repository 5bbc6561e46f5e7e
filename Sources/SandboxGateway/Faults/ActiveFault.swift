/// The faults that strike one request: at most one of what becomes of the order, and one of all others.
struct ActiveFault: Equatable, Sendable {
    private(set) var order: FaultRule?
    private(set) var answer: FaultRule?

    /// Takes a fault where there is none of its sort yet.
    mutating func add(_ rule: FaultRule) {
        switch rule.fault.kind {
        case .order, .movement: order = order ?? rule
        case .status, .line, .disbelief, .rubbish, .ping: answer = answer ?? rule
        }
    }

    var rules: [FaultRule] { [order, answer].compactMap(\.self) }
    var faults: [Fault] { rules.map(\.fault) }

    func has(_ fault: Fault) -> Bool { order?.fault == fault || answer?.fault == fault }

    /// The refusal that stands in for an answer while nothing is done.
    var refusal: BankRefusal? { answer?.fault.refusal }

    /// Whether the request is not even looked at.
    var keepsFromBank: Bool { answer?.fault.keepsFromBank ?? false }

    /// Whether a request comes to nothing by the fault of its answer.
    var makesNothing: Bool { keepsFromBank || refusal != nil || answer?.fault == .absentState }

    /// Leaves the fault of what becomes of the order for a request that makes one.
    mutating func spareOrder() { order = nil }

    /// Returns what becomes of an answer's body on its way, by its number of bytes.
    func fate(bodyBytes: Int) -> DeliveryFault {
        guard let answer else { return order?.fault.closesWithoutAnswer == true ? .close : .pass }
        if answer.fault == .reset { return .reset }
        if faults.contains(where: \.closesWithoutAnswer) { return .close }
        if answer.fault == .half { return .cut(bodyBytes: bodyBytes / 2) }
        if answer.fault == .closeAfter { return .cut(bodyBytes: bodyBytes) }
        if answer.fault == .slow { return .late(milliseconds: answer.number(or: 4000)) }
        return answer.fault == .hang ? .hang : .pass
    }
}
