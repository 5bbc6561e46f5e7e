/// What one request changed in a ledger.
struct LedgerChange: Codable, Sendable {
    struct Nonce: Codable, Equatable, Sendable {
        let nonce: String
        let contentCode: String
    }

    var orders: [String: BankOrder]
    var sendings: [String: Int]
    var usedCodes: [String: String]
    var seenCodes: [String: Int]
    var nonces: [Nonce]
    var seed: UInt64
}
