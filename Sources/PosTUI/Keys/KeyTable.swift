/// The keys that work in one place, in the order of the hint bar.
///
/// `update`, the hint bar and the help screen all read this one table.
struct KeyTable<Action: Equatable & Sendable>: Sendable {
    /// What a key asks for: of the screen, or of the till, which every screen lends its keys to.
    enum Request: Equatable, Sendable {
        case screen(Action)
        case till(TillAction)
    }

    /// What the place is called on the help screen.
    let name: Phrase
    private(set) var bindings: [KeyBinding<Request>] = []

    init(_ name: Phrase) {
        self.name = name
    }

    /// Adds keys of the screen.
    func own(_ added: KeyBinding<Action>...) -> KeyTable { own(added) }

    /// Adds a list of keys of the screen.
    func own(_ added: [KeyBinding<Action>]) -> KeyTable {
        var table = self
        table.bindings += added.map { $0.map(Request.screen) }
        return table
    }

    /// Adds keys of the till.
    func till(_ added: KeyBinding<TillAction>...) -> KeyTable {
        var table = self
        table.bindings += added.map { $0.map(Request.till) }
        return table
    }

    /// Returns the table with another kind of action.
    func map<Other>(_ change: (Action) -> Other) -> KeyTable<Other> {
        var table = KeyTable<Other>(name)
        for binding in bindings {
            table.add(
                binding.map { request in
                    switch request {
                    case .screen(let action): .screen(change(action))
                    case .till(let action): .till(action)
                    }
                })
        }
        return table
    }

    private mutating func add(_ binding: KeyBinding<Request>) {
        bindings.append(binding)
    }

    /// Returns what a key asks for; nil: nothing.
    func request(for key: Key) -> Request? {
        bindings.first { $0.keys.contains(key) }?.action
    }
}

/// A table of keys as the help screen prints it.
struct KeyPage: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        let label: String
        let help: Phrase
    }

    let name: Phrase
    let entries: [Entry]

    init<Action>(_ table: KeyTable<Action>) {
        name = table.name
        entries = table.bindings.map { Entry(label: $0.label, help: $0.help) }
    }
}
