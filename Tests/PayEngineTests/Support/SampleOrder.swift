@testable import PayEngine

/// Releases and consumes of ``SampleDeposit``.
enum SampleOrder {
    static func number(_ index: Int) -> OrderNumber {
        OrderNumber("sz010002czlater\(index)") ?? SampleTill.number
    }

    static func intent(_ fee: Int64, totals: DepositTotals? = nil, elsewhere: Bool = false) -> Order.Intent {
        Order.Intent(
            fee: Fen(fee), platform: .wechat, frozen: SampleTill.fee, isFromElsewhere: elsewhere,
            base: SampleTill.first.text, staffID: "1206", approverID: "1001", remark: "r", totals: totals)
    }

    static func intended(
        _ index: Int, _ fee: Int64, _ kind: Order.Kind = .release, totals: DepositTotals? = nil
    ) -> OrderEvent {
        OrderEvent(
            kind: kind, number: number(index), fee: Fen(fee), step: .intended(intent(fee, totals: totals)))
    }

    static func told(
        _ index: Int, _ fee: Int64, _ outcome: Outcome, _ kind: Order.Kind = .release
    ) -> OrderEvent {
        OrderEvent(
            kind: kind, number: number(index), fee: Fen(fee),
            step: .reported(OutcomeReport(outcome, Reason.unexplained(outcome, of: kind)), left: .zero))
    }
}
