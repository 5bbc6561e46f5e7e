import PayEngine

/// Everything that a bank remembers; it survives a restart in the state file.
struct BankLedger: Codable, Equatable, Sendable {
    var orders = TrackedTable<BankOrder>()
    /// How often a request that makes something came with this number, whether it was heeded or not.
    var sendings = TrackedTable<Int>()
    /// 32 characters: the key of the digests of payment codes.
    private(set) var salt = Self.newSalt()
    /// Digests of payment codes that made an order, with its number.
    var usedCodes = TrackedTable<String>()
    /// Digests of payment codes, with when each was first seen.
    var seenCodes = TrackedTable<Int>()
    /// The latest nonces, each with the authen code of its content, and the order in which they came.
    private var nonces: [String: String] = [:]
    private var nonceOrder: [String] = []
    private var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// Those since the ledger was last kept.
    private var newNonces: [LedgerChange.Nonce] = []

    private enum CodingKeys: String, CodingKey {
        case orders, sendings, salt, usedCodes, seenCodes, nonces, nonceOrder, seed
    }

    /// How many nonces are remembered: a ledger must not grow without end.
    static let mostNonces = 2000

    /// Remembers a nonce; false when it was used before with another content.
    mutating func remember(nonce: String, contentCode: String) -> Bool {
        if let known = nonces[nonce] { return known == contentCode }
        nonces[nonce] = contentCode
        nonceOrder.append(nonce)
        newNonces.append(LedgerChange.Nonce(nonce: nonce, contentCode: contentCode))
        if nonceOrder.count > Self.mostNonces { nonces[nonceOrder.removeFirst()] = nil }
        return true
    }

    /// What changed since it was last kept.
    var change: LedgerChange {
        LedgerChange(
            orders: orders.changes, sendings: sendings.changes, usedCodes: usedCodes.changes,
            seenCodes: seenCodes.changes, nonces: newNonces, seed: seed)
    }

    /// Does again what a kept change did.
    mutating func apply(_ change: LedgerChange) {
        orders.merge(change.orders)
        sendings.merge(change.sendings)
        usedCodes.merge(change.usedCodes)
        seenCodes.merge(change.seenCodes)
        for nonce in change.nonces { _ = remember(nonce: nonce.nonce, contentCode: nonce.contentCode) }
        seed = change.seed
    }

    /// Forgets the changes, since everything up to now is kept.
    mutating func forgetChanges() {
        orders.forgetChanges()
        sendings.forgetChanges()
        usedCodes.forgetChanges()
        seenCodes.forgetChanges()
        newNonces = []
    }

    /// Returns the next of a repeatable series (SplitMix64): a bank is a pure function, its numbers need not be secret.
    private mutating func random() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = seed
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a `log_id`: 32 bits without a sign.
    mutating func logID() -> Int { Int(random() >> 32) }

    private static let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    /// Makes a salt, which unlike the series is not to be guessed.
    private static func newSalt() -> String {
        String(decoding: (0..<32).map { _ in letters.randomElement() ?? 0x30 }, as: UTF8.self)
    }

    mutating func nonce() -> String { word(32) }

    /// Returns random letters and digits.
    mutating func word(_ length: Int) -> String {
        let bytes = (0..<length).map { _ in Self.letters[Int(random() % UInt64(Self.letters.count))] }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(random() % 10) }.joined()
    }
}

extension BankLedger {
    /// Returns the release or consume that has a number, whatever its deposit.
    func movement(_ number: String) -> BankMovement? {
        for order in orders.values {
            if let found = order.movements.first(where: { $0.number == number }) { return found }
        }
        return nil
    }

    /// Whether a freeze, a release, a consume or a refund has the number.
    func isTaken(_ number: String) -> Bool {
        orders[number] != nil
            || orders.values.contains { order in
                order.movements.contains { movement in
                    movement.number == number || movement.refunds?.contains { $0.number == number } == true
                }
            }
    }

    /// Returns the platform of the deposit that has a number, or that one of its releases or consumes has.
    func platform(ofDepositOf number: String) -> BankPlatform? {
        (orders[number] ?? movement(number).flatMap { orders[$0.freezeNumber] })?.platform
    }

    /// Changes a release or consume where it is kept.
    mutating func update(_ movement: BankMovement, _ change: (inout BankMovement) -> Void) {
        guard let index = orders[movement.freezeNumber]?.movements.firstIndex(where: { $0.number == movement.number })
        else { return }
        if var kept = orders[movement.freezeNumber]?.movements[index] {
            change(&kept)
            orders[movement.freezeNumber]?.movements[index] = kept
        }
    }

    /// Returns the digest of a payment code, under a key of the ledger's own: only whether two are equal is asked.
    func digest(ofCode code: String) -> String {
        guard let key = AuthenKey(salt) else { return "" }
        return AuthenCode(content: Array(code.utf8), key: key).hex
    }
}

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
