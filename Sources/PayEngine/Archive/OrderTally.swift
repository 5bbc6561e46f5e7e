/// The releases and consumes of a journal, counted from its raw lines.
struct OrderTally {
    private struct Entry {
        let isRelease: Bool
        var outcome: Outcome
        let fee: Int64
    }

    /// By their own numbers, as the lines spell them.
    private var entries: [[UInt8]: Entry] = [:]

    /// How many releases have each outcome.
    var releases: [Outcome: Int] { counts { $0.isRelease } }
    /// How many consumes have each outcome.
    var consumes: [Outcome: Int] { counts { !$0.isRelease } }
    /// The amounts of all releases that were done; the rest that a consume released is not in it.
    var released: Fen { sum { $0.isRelease } }
    /// The amounts of all consumes that were done.
    var consumed: Fen { sum { !$0.isRelease } }

    mutating func count(_ line: UnsafeRawBufferPointer, _ head: RecordPrefix) {
        guard case .order(let kind, let step)? = EventMeaning(UnsafeRawBufferPointer(rebasing: line[head.event])),
            kind != .freeze, let number = MemberSearch.text("\"number\":\"", line).map(Array.init)
        else { return }
        let fee = MemberSearch.integer("\"fee\":", line) ?? 0
        var entry = entries[number] ?? Entry(isRelease: kind == .release, outcome: .unknown, fee: fee)
        if case .reported(let outcome)? = step { entry.outcome = entry.outcome.followed(by: outcome) }
        entries[number] = entry
    }

    private func counts(_ isWanted: (Entry) -> Bool) -> [Outcome: Int] {
        entries.values.filter(isWanted).reduce(into: [:]) { $0[$1.outcome, default: 0] += 1 }
    }

    private func sum(_ isWanted: (Entry) -> Bool) -> Fen {
        entries.values.filter { isWanted($0) && $0.outcome == .done }
            .reduce(Fen.zero) { $0.adding(Fen($1.fee)) ?? $0 }
    }
}
