extension FaultFacts {
    /// For people, one line a fault.
    static var text: String {
        FaultKind.allCases.map { kind in
            let lines = all.filter { $0.kind == kind }.map { facts in
                "  \(facts.fault.rawValue): \(facts.says)" + (facts.value.map { "; =VALUE is \($0)" } ?? "")
            }
            let strikes = kind.strikes.map(\.rawValue).joined(separator: ", ")
            return (["\(kind.rawValue) (\(strikes)):"] + lines).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The rows of the documentation's table.
    static var markdown: [String] {
        ["| fault | what happens | value |", "|---|---|---|"]
            + all.map { "| `\($0.fault.rawValue)` | \($0.says) | \($0.value ?? "") |" }
    }

    static var json: BankJSON {
        .array(
            all.map { facts in
                .object([
                    .init("fault", .text(facts.fault.rawValue)),
                    .init("kind", .text(facts.kind.rawValue)),
                    .init("says", .text(facts.says)),
                    .init("value", facts.value.map { .text($0) } ?? .null),
                ])
            })
    }
}
