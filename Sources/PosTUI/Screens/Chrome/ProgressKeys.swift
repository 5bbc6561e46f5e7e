/// The keys while an order is under way.
enum ProgressKeys {
    /// Returns the keys; `takeBack` is Esc's action: what was sent cannot be taken back.
    static func table<Action: Equatable & Sendable>(_ takeBack: Action) -> KeyTable<Action> {
        KeyTable<Action>(Phrase("进行中", "In progress"))
            .till(TillKeys.serveNext)
            .own(KeyBinding("Esc", [.escape], takeBack, help: Phrase("发送后不能取消", "What was sent cannot be taken back")))
            .till(TillKeys.openQuestions, TillKeys.news, TillKeys.help, TillKeys.quit)
    }
}
