@testable import PayEngine

/// Releases and consumes of ``SampleDeposit``.
enum SampleFollowUp {
    static func number(_ index: Int) -> OrderNumber {
        OrderNumber("sz010002czfollowup\(index)") ?? SampleTill.number
    }

    static func intent(_ fee: Int64, totals: DepositTotals? = nil, elsewhere: Bool = false) -> FollowUp.Intent {
        FollowUp.Intent(
            fee: Fen(fee), platform: .wechat, frozen: SampleTill.fee, isFromElsewhere: elsewhere,
            base: SampleTill.first.text, staffID: "1206", approverID: "1001", remark: "r", totals: totals)
    }

    static func intended(
        _ index: Int, _ fee: Int64, _ kind: FollowUp.Kind = .release, totals: DepositTotals? = nil
    ) -> FollowUpEvent {
        FollowUpEvent(
            kind: kind, number: number(index), fee: Fen(fee), step: .intended(intent(fee, totals: totals)))
    }

    static func told(
        _ index: Int, _ fee: Int64, _ outcome: FollowUp.Outcome, _ kind: FollowUp.Kind = .release
    ) -> FollowUpEvent {
        FollowUpEvent(
            kind: kind, number: number(index), fee: Fen(fee),
            step: .told(Telling(outcome, Reason.unexplained(outcome)), left: .zero))
    }
}
