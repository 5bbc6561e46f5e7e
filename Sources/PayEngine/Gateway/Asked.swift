/// What an answer must speak of to be believed.
struct Asked: Equatable, Sendable {
    /// The order's own number.
    let number: OrderNumber
    let platform: PayPlatform
    /// Nil for another till's order: only the number is compared.
    let fee: Fen?
    /// The deposit that a release or a consume belongs to.
    var deposit: OrderNumber?
    /// That deposit's amount.
    var frozen: Fen?
}
