/// An amount that makes a fault.
///
/// Every other amount is an ordinary one.
struct AmountRule: Sendable {
    let fen: Int
    let fault: Fault
    let says: String
    let saysInChinese: String
    /// Whether it strikes each time the number is sent, not only the first.
    var isRepeated = false

    /// In yuan, with two decimals.
    var yuan: String {
        let cents = fen % 100
        return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
