extension AmountTable {
    /// For people, one line an amount.
    static var text: String {
        (["amount  what happens"] + rules.map(line) + ["Every other amount is frozen at once.", ""]
            + ["amount  what happens to a release or consume of it"] + movementRules.map(line)
            + ["Every other amount is released or consumed at once."]).joined(separator: "\n")
    }

    private static func line(_ rule: AmountRule) -> String { "\(rule.yuan)    \(rule.says) (\(rule.fault.rawValue))" }

    /// The rows of the documentation's tables: of freezes, and of releases and consumes.
    static var markdown: [[String]] {
        [rules, movementRules].map { rules in
            ["| amount | what happens | fault |", "|---|---|---|"]
                + rules.map { "| \($0.yuan) | \($0.says) | `\($0.fault.rawValue)` |" }
        }
    }

    static var json: BankJSON {
        .array(rules.map { json($0, feeName: "freeze_fee") } + movementRules.map { json($0, feeName: "movement_fee") })
    }

    private static func json(_ rule: AmountRule, feeName: String) -> BankJSON {
        .object([
            .init("amount", .text(rule.yuan)),
            .init(feeName, .number(rule.fen)),
            .init("fault", .text(rule.fault.rawValue)),
            .init("en", .text(rule.says)),
            .init("zh", .text(rule.saysInChinese)),
        ])
    }
}
