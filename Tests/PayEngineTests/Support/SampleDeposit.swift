@testable import PayEngine

/// A deposit whose intent was just written.
enum SampleDeposit {
    static func made(_ outcome: Outcome = .unknown, _ reason: Reason = .inProgress) -> Deposit {
        var deposit = Deposit(
            number: SampleTill.number, fee: SampleTill.fee, platform: .wechat,
            maskedCode: SampleTill.wechatCode.masked, body: "押金", startTime: Timestamp(seconds: 1_795_239_487),
            base: SampleTill.first.text)
        deposit.freeze.outcome = outcome
        deposit.freeze.reason = reason
        return deposit
    }
}
