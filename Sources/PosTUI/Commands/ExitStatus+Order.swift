import PayEngine

extension ExitStatus {
    /// Of any order.
    init(_ order: TillOrder) {
        guard let followUp = order.followUp else {
            self.init(freezing: order.deposit)
            return
        }
        switch followUp.outcome {
        case .done: self = .done
        case .refused: self = .refused
        case .unknown: self = .unknown
        case .notSent: self = .unreachable
        }
    }
}
