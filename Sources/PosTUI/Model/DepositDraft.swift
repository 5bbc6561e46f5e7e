import PayEngine

/// A deposit that was not sent yet.
struct DepositDraft: Equatable, Sendable {
    var amount: Fen
    /// As it was typed, for the way back.
    var amountText: String
    var reference: String?
}
