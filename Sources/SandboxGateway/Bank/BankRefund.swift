/// Something of a consume that was given back to the customer.
///
/// Amounts in fen, times in Unix seconds.
struct BankRefund: Codable, Equatable, Sendable {
    /// `out_refund_no` on the wire.
    let number: String
    let fee: Int
    let made: Int
}
