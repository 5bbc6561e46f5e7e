/// One line of a table of keys.
struct KeyBinding<Action: Equatable & Sendable>: Sendable {
    /// All of these do it.
    var keys: [Key]
    /// How the key is called on the screen.
    var label: String
    var action: Action
    /// One or two words for the hint bar; nil: the bar does not name it.
    var hint: Phrase?
    /// A sentence for the help screen.
    var help: Phrase

    init(_ label: String, _ keys: [Key], _ action: Action, hint: Phrase? = nil, help: Phrase) {
        self.label = label
        self.keys = keys
        self.action = action
        self.hint = hint
        self.help = help
    }

    /// Returns the binding with another kind of action.
    func map<Other>(_ change: (Action) -> Other) -> KeyBinding<Other> {
        KeyBinding<Other>(label, keys, change(action), hint: hint, help: help)
    }
}

/// Keys that several screens have, each for its own action.
extension KeyBinding {
    static func back(_ action: Action) -> KeyBinding {
        KeyBinding("Esc", [.escape], action, hint: Phrase("返回", "Back"), help: Phrase("返回上一步", "Back one step"))
    }

    static func clear(_ action: Action) -> KeyBinding {
        KeyBinding("Ctrl-U", [.control("u")], action, help: Phrase("清空输入", "Empty the field"))
    }

    /// Asks the gateway again.
    static func refresh(_ action: Action) -> KeyBinding {
        KeyBinding(
            "F5", [.function(5)], action, hint: Phrase("刷新", "Refresh"), help: Phrase("重新查询", "Ask again"))
    }

    /// Reads a list again.
    static func reload(_ action: Action) -> KeyBinding {
        KeyBinding(
            "F5", [.function(5)], action, hint: Phrase("刷新", "Refresh"), help: Phrase("重新读一遍", "Read it again"))
    }

    /// Looks up what has the mark.
    static func openSelected(_ action: Action) -> KeyBinding {
        KeyBinding(
            "Enter", [.enter], action, hint: Phrase("查询", "Look up"),
            help: Phrase("查询选中的押金", "Look the selected deposit up"))
    }

    static func release(_ action: Action) -> KeyBinding {
        KeyBinding(
            "F7", [.function(7)], action, hint: Phrase("解冻", "Release"),
            help: Phrase("把押金退给顾客，全部或一部分", "Give the deposit back, whole or in part"))
    }

    static func consume(_ action: Action) -> KeyBinding {
        KeyBinding(
            "F8", [.function(8)], action, hint: Phrase("消费", "Consume"),
            help: Phrase("从押金里收取，全部或一部分", "Keep the deposit as a sale, whole or in part"))
    }

    /// Through a list or a text.
    static func scrolling(_ action: (ListMove) -> Action) -> [KeyBinding] {
        [
            up(action(.up)), down(action(.down)),
            KeyBinding("PgUp", [.pageUp], action(.pageUp), help: Phrase("上一页", "One page up")),
            KeyBinding("PgDn", [.pageDown], action(.pageDown), help: Phrase("下一页", "One page down")),
            KeyBinding("Home", [.home], action(.top), help: Phrase("到开头", "To the top")),
            KeyBinding("End", [.end], action(.bottom), help: Phrase("到结尾", "To the end")),
        ]
    }

    static func up(_ action: Action) -> KeyBinding {
        KeyBinding("Up", [.up], action, help: Phrase("上一行", "One line up"))
    }

    static func down(_ action: Action) -> KeyBinding {
        KeyBinding("Down", [.down], action, help: Phrase("下一行", "One line down"))
    }
}
