/// How an order is shown, spoilt or not.
struct AnswerStyle: Equatable, Sendable {
    enum Exts: Sendable {
        case own
        case none
        case both
    }

    var exts = Exts.own
    /// Shown instead of the order's own state.
    var stage: BankStage?
    var merchant: BankMerchant
    /// Whether releases and totals are shown: a micro_freeze is answered as they were before any of them.
    var showsHistory: Bool
    var forms = AnswerForms()
}
