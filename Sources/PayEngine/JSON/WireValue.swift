/// A JSON value of an answer.
enum WireValue: Equatable, Sendable {
    case null
    case flag(Bool)
    /// Nil where it is not a whole number of 64 bits in plain digits: nothing that is read is of another kind.
    case number(Int64?)
    case text(String)
    case list([WireValue])
    case object(WireObject)

    /// Null and the empty text are absent, as the published examples have them.
    var isAbsent: Bool {
        switch self {
        case .null: true
        case .text(let text): text.isEmpty
        case .flag, .number, .list, .object: false
        }
    }
}
