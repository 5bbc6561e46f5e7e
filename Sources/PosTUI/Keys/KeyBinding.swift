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
