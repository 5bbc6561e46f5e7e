/// An outcome, why, and what the answer held besides.
struct OutcomeReport: Equatable, Sendable {
    var outcome: Outcome
    var reason: Reason
    /// Who answered, or who is tried next.
    var base: String?
    /// What the gateway said of the call.
    var verdict: GatewayVerdict?
    /// `current_trade_state` on the wire.
    var tradeState: Int?
    /// `freeze_id` or `transaction_id` on the wire.
    var platformNumber: String?
    /// `log_id` on the wire.
    var logID: UInt32?
    /// `create_time` and `time_end` on the wire.
    var created: Timestamp?
    var ended: Timestamp?
    /// What the gateway adds up for a freeze.
    var totals: DepositTotals?
    /// `manual_unfreeze_fee` of a consume.
    var restReleased: Fen?

    init(_ outcome: Outcome, _ reason: Reason, base: String? = nil) {
        self.outcome = outcome
        self.reason = reason
        self.base = base
        verdict = ReasonCode(reason).verdict
    }

    /// The same without what others named and said.
    var withoutWords: OutcomeReport {
        var report = self
        report.platformNumber = nil
        report.verdict?.text = nil
        var code = ReasonCode(reason)
        code.text = nil
        code.verdict?.text = nil
        report.reason = code.reason ?? reason
        return report
    }
}
