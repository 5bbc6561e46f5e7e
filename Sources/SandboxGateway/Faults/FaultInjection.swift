/// The faults ordered by flag or control request, in the order in which they came.
struct FaultInjection: Sendable {
    var rules: [FaultRule] = []

    /// Returns the ordered faults that strike a request to an interface, and counts them.
    ///
    /// A fault of what becomes of an order waits while another lets nothing be made.
    mutating func strike(_ interface: BankInterface) -> ActiveFault {
        var strike = ActiveFault()
        var struck: [Int] = []
        for index in rules.indices where rules[index].interfaces.contains(interface) {
            let before = strike
            strike.add(rules[index])
            if strike != before { struck.append(index) }
        }
        if strike.makesNothing { strike.spareOrder() }
        for index in struck where !strike.makesNothing || rules[index] == strike.answer {
            rules[index].remaining = rules[index].remaining.map { $0 - 1 }
        }
        rules.removeAll { $0.remaining == 0 }
        return strike
    }

    /// Returns the fault of an amount for the so-many-th sending of a number; nil where it can't strike the interface.
    static func rule(fen: Int, sending: Int, interface: BankInterface) -> FaultRule? {
        let isFreeze = interface == .microFreeze || interface == .scancodeFreeze
        let rules = isFreeze ? AmountTable.rules : AmountTable.movementRules
        guard let amount = rules.first(where: { $0.fen == fen }) else { return nil }
        guard sending == 1 || amount.isRepeated, amount.fault.allowed.contains(interface) else { return nil }
        return try? FaultRule(amount.fault)
    }
}
