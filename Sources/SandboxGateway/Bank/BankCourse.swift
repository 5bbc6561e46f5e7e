/// How an order, a release or a consume goes: the state it begins with, and the one it turns to.
struct BankCourse<Stage: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    var begins: Stage
    var turnsTo: Stage?
    var turn: BankTurn?
    /// How many queries are told that there is no such order.
    var hiddenQueries = 0
    /// Every query is refused with 104 though the order exists.
    var refusesQueries = false
    /// `is_transforming` until the turn.
    var isTransforming = false

    static func only(_ stage: Stage) -> BankCourse { BankCourse(begins: stage) }

    static func turning(from first: Stage, to second: Stage, after turn: BankTurn) -> BankCourse {
        BankCourse(begins: first, turnsTo: second, turn: turn)
    }

    /// Whether the turn is over, by the seconds since the order was made and the queries answered before this one.
    func hasTurned(seconds: Int, queries: Int) -> Bool {
        switch turn {
        case nil: false
        case .seconds(let wanted): seconds >= wanted
        case .queries(let wanted): queries >= wanted
        }
    }

    func stage(seconds: Int, queries: Int) -> Stage {
        guard let turnsTo, hasTurned(seconds: seconds, queries: queries) else { return begins }
        return turnsTo
    }
}
