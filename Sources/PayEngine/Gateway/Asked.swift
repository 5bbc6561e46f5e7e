/// What an answer must speak of to be believed.
struct Asked: Equatable, Sendable {
    let number: OrderNumber
    let platform: PayPlatform
    /// Nil for another till's order: only the number is compared.
    let fee: Fen?
}
