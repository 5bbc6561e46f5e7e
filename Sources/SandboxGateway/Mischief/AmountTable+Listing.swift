extension AmountTable {
    /// For people, one line an amount.
    static var text: String {
        (["amount  what happens"] + rules.map { "\($0.yuan)    \($0.says) (\($0.fault.rawValue))" }
            + ["Every other amount is frozen at once."]).joined(separator: "\n")
    }

    /// The rows of the documentation's table.
    static var markdown: [String] {
        ["| amount | what happens | fault |", "|---|---|---|"]
            + rules.map { "| \($0.yuan) | \($0.says) | `\($0.fault.rawValue)` |" }
    }

    static var json: BankJSON {
        .array(
            rules.map { rule in
                .object([
                    .init("amount", .text(rule.yuan)),
                    .init("freeze_fee", .number(rule.fen)),
                    .init("fault", .text(rule.fault.rawValue)),
                    .init("en", .text(rule.says)),
                    .init("zh", .text(rule.saysInChinese)),
                ])
            })
    }
}
