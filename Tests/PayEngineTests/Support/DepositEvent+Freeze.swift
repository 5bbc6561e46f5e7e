import Testing

@testable import PayEngine

/// What happens to a deposit's freeze, as tests write it.
extension DepositEvent {
    static func intended(_ intent: Order.Intent) -> DepositEvent { .freeze(.intended(intent)) }
    static func sendingAgain(base: String) -> DepositEvent { .freeze(.sendingAgain(base: base)) }
    static func told(_ report: OutcomeReport) -> DepositEvent { .freeze(.reported(report)) }
}

extension Deposit {
    /// Applies an outcome of the freeze.
    mutating func apply(_ report: OutcomeReport, time: Timestamp, record: String) {
        let sending = OrderStatus.Sending(uptime: .zero, boot: "boot")
        #expect(apply(.freeze(.reported(report)), time: time, sending: sending, record: record))
    }
}
