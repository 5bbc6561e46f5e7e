/// Everything that a bank remembers; it survives a restart in the state file.
struct BankLedger: Codable, Equatable, Sendable {
    var orders: [String: BankOrder] = [:]
    /// How often a micro_freeze with this number came, whether it was heeded or not.
    var sendings: [String: Int] = [:]
    /// Payment codes that made an order, with its number.
    var usedCodes: [String: String] = [:]
    /// When a payment code was first seen.
    var seenCodes: [String: Int] = [:]
    /// The nonces seen, each with the authen code of its content.
    var nonces: [String: String] = [:]
    private var seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The next of a repeatable series (SplitMix64): a bank is a pure function, its numbers need not be secret.
    private mutating func random() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = seed
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A `log_id`: 32 bits without a sign.
    mutating func logID() -> Int { Int(random() >> 32) }

    mutating func nonce() -> String {
        let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        let bytes = (0..<32).map { _ in letters[Int(random() % UInt64(letters.count))] }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(random() % 10) }.joined()
    }
}
