import PayEngine

/// `journal stat` in JSON: amounts in fen, times in Unix seconds, unknown keys absent.
struct JournalStatReport: Encodable, Equatable {
    struct Mark: Encodable, Equatable {
        var line: Int64
        var time: Int64

        enum CodingKeys: String, CodingKey {
            case line = "n"
            case time
        }
    }

    var lines: Int64
    var segments: Int
    var bytes: Int64
    var generation: String?
    var first: Mark?
    var last: Mark?
    var orders: Int
    /// Every outcome, and `open` and `closed` besides.
    var states: [String: Int]
    /// By outcome.
    var releases: [String: Int]
    var consumes: [String: Int]
    var released: Int64
    var consumed: Int64
    var held: Int64
    var undecided: Int64
    var repairs: Int
    var missingLines: Int64
    var voidBytes: Int64
    var isClean: Bool

    enum CodingKeys: String, CodingKey {
        case lines, segments, bytes, first, last, orders, states, repairs, releases, consumes
        case generation = "gen"
        case released = "released_fee"
        case consumed = "consumed_fee"
        case held = "held_fee"
        case undecided = "open_fee"
        case missingLines = "missing_lines"
        case voidBytes = "void_bytes"
        case isClean = "is_clean"
    }

    init(_ statistics: JournalStatistics) {
        lines = statistics.check.lines
        segments = statistics.check.segments
        bytes = statistics.bytes
        generation = statistics.generation
        first = statistics.first.map { Mark(line: $0.line, time: $0.time.seconds) }
        last = statistics.last.map { Mark(line: $0.line, time: $0.time.seconds) }
        orders = statistics.orders
        states = Self.names(statistics.outcomes, of: .freeze)
        states[OrderState.open.rawValue] = statistics.open
        states[OrderState.closed.rawValue] = statistics.closed
        releases = Self.names(statistics.releases, of: .release)
        consumes = Self.names(statistics.consumes, of: .consume(keepsRest: false))
        released = statistics.released.value
        consumed = statistics.consumed.value
        held = statistics.held.value
        undecided = statistics.undecided.value
        repairs = statistics.check.repairs
        missingLines = statistics.check.missingLines
        voidBytes = statistics.check.voidBytes
        isClean = statistics.check.isClean
    }

    private static func names(_ counts: [Outcome: Int], of kind: Order.Kind) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: kind.outcomes.map { (kind.name(of: $0), counts[$0] ?? 0) })
    }
}
