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
