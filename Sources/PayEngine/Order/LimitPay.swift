/// `limit_pay`: which ways of paying a WeChat Pay order refuses.
public enum LimitPay: String, Sendable, CaseIterable {
    /// No credit cards.
    case noCredit = "no_credit"
}
