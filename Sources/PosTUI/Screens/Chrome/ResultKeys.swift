/// The keys where an order has ended.
enum ResultKeys {
    /// What the screen's own keys ask for.
    enum Action: Equatable, Sendable {
        case lookUp, release, consume, back
    }

    /// The milliseconds within which keys were meant for the screen before.
    static let guardTime: Int64 = 700

    static let table = KeyTable<Action>(Phrase("结果", "Result"))
        .till(TillKeys.newDeposit)
        .own(
            KeyBinding(
                "F3", [.function(3)], .lookUp, hint: Phrase("查这一单", "Look up"),
                help: Phrase("查询这一单", "Look this order up")),
            .release(.release), .consume(.consume)
        )
        .till(TillKeys.openQuestions)
        .own(KeyBinding("Esc", [.escape], .back, hint: Phrase("返回", "Back"), help: Phrase("返回", "Back")))
        .till(TillKeys.heldToo, TillKeys.findToo, TillKeys.news, TillKeys.help, TillKeys.questionMark, TillKeys.quit)
}
