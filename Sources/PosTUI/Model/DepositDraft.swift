import PayEngine

/// A deposit that was not sent yet.
struct DepositDraft: Equatable, Sendable {
    var amount: Fen
    /// As it was typed, for the way back.
    var amountText: String
    /// It came as quickly as nobody types, and counts for a few seconds only.
    var isQuick = false

    var reference: String?

    static let quickSeconds: Int64 = 10
}
