/// The faults ordered by flag or control request, in the order in which they came.
struct Mischief: Sendable {
    var rules: [FaultRule] = []

    /// The ordered faults that strike a request to an interface, which are counted.
    mutating func strike(_ interface: BankInterface) -> Strike {
        var strike = Strike()
        for index in rules.indices where rules[index].interfaces.contains(interface) {
            let before = strike
            strike.add(rules[index])
            if strike != before, let remaining = rules[index].remaining { rules[index].remaining = remaining - 1 }
        }
        rules.removeAll { $0.remaining == 0 }
        return strike
    }

    /// The fault of an amount for the so-many-th sending of a number.
    static func rule(fen: Int, sending: Int) -> FaultRule? {
        guard let amount = AmountTable.rules.first(where: { $0.fen == fen }) else { return nil }
        guard sending == 1 || amount.isRepeated else { return nil }
        return try? FaultRule(amount.fault)
    }
}
