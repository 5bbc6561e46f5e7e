/// Which fault strikes which request: those ordered by flag or control request first, then those of the amounts.
struct Mischief: Sendable {
    var rules: [FaultRule] = []

    mutating func add(_ rule: FaultRule) {
        rules.append(rule)
    }

    mutating func clear() {
        rules = []
    }

    /// The first ordered fault for an interface, which is counted.
    mutating func strike(_ interface: BankInterface) -> FaultRule? {
        guard let index = rules.firstIndex(where: { $0.interfaces.contains(interface) }) else { return nil }
        let rule = rules[index]
        if let remaining = rule.remaining {
            if remaining > 1 {
                rules[index].remaining = remaining - 1
            } else {
                rules.remove(at: index)
            }
        }
        return rule
    }

    /// The fault of an amount for the so-many-th sending of a number.
    static func strike(fen: Int, sending: Int) -> FaultRule? {
        guard let amount = AmountTable.rules.first(where: { $0.fen == fen }) else { return nil }
        guard sending == 1 || amount.isRepeated else { return nil }
        return try? FaultRule(amount.fault, interface: .microFreeze)
    }
}
