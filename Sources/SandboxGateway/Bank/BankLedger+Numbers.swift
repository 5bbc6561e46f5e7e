import PayEngine

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
