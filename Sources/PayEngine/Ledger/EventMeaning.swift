/// What the name of a journal's event (`e`) says: the one table that lines are written, decoded, listed and counted by.
enum EventMeaning: Equatable, Sendable {
    /// What happened to an order.
    enum Step: Equatable, Sendable {
        case intended
        case sendingAgain
        case reported(Outcome)

        /// Whether nothing more is expected of the order by itself.
        var isSettled: Bool {
            switch self {
            case .intended, .sendingAgain: false
            case .reported(let outcome): outcome.isSettled
            }
        }
    }

    /// `freeze.…`, `unfreeze.…` and `consume.…`; whether a consume keeps the rest, its line says. The step is nil where
    /// a later version made it up.
    case order(Order.Kind, Step?)
    case closed

    private static let kinds: [Order.Kind] = [.freeze, .release, .consume(keepsRest: false)]

    private static let names = NameTable(
        [("closed", EventMeaning.closed)]
            + kinds.flatMap { kind -> [(String, EventMeaning)] in
                let steps = [Step.intended, .sendingAgain] + kind.outcomes.map { Step.reported($0) }
                return steps.map { ("\(kind.word).\(name(of: $0, kind))", EventMeaning.order(kind, $0)) }
            })

    private static func name(of step: Step, _ kind: Order.Kind) -> String {
        switch step {
        case .intended: "intent"
        case .sendingAgain: "again"
        case .reported(let outcome): kind.name(of: outcome)
        }
    }

    /// Finds the meaning of an event; nil for a kind that this version does not know.
    @inline(__always)
    init?(_ name: UnsafeRawBufferPointer) {
        guard let known = Self.names[name] ?? Self.later(name) else { return nil }
        self = known
    }

    init?(_ name: String) {
        var name = name
        guard let known = name.withUTF8({ EventMeaning(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = known
    }

    /// Returns a later version's step of an order of a known kind.
    private static func later(_ name: UnsafeRawBufferPointer) -> EventMeaning? {
        guard let dot = name.firstIndex(of: UInt8(ascii: ".")), dot + 1 < name.count else { return nil }
        let kind = kinds.first { name[..<dot].elementsEqual($0.word.utf8) }
        return kind.map { .order($0, nil) }
    }
}
