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

/// A JSON object of an answer.
///
/// No name is in it twice.
struct WireObject: Equatable, Sendable {
    struct Member: Equatable, Sendable {
        let name: String
        let value: WireValue
    }

    let members: [Member]

    /// Returns whatever stands under a name.
    func value(_ name: String) -> WireValue? { members.first { $0.name == name }?.value }

    /// Nil where there is no such member, or where it is null or an empty text.
    subscript(name: String) -> WireValue? {
        guard let value = value(name), !value.isAbsent else { return nil }
        return value
    }
}
