/// A JSON value as the sandbox reads and writes it: the order of the names is kept, whole numbers stay whole.
///
/// Foundation's decoder takes trailing commas, `1.0` for a whole number and the first of two equal names; a gateway
/// that is to find a client's mistakes must not.
indirect enum BankJSON: Equatable, Sendable {
    case object([Member])
    case array([BankJSON])
    case text(String)
    case whole(Int64)
    /// A number with a fraction or an exponent, or one too large for 64 bits, as it was written.
    case otherNumber(String)
    case truth(Bool)
    case null

    struct Member: Equatable, Sendable {
        let name: String
        let value: BankJSON

        init(_ name: String, _ value: BankJSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value under a name; nil where this is no object or has no such name.
    subscript(_ name: String) -> BankJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    var whole: Int? {
        guard case .whole(let number) = self else { return nil }
        return Int(number)
    }

    var truth: Bool? {
        guard case .truth(let truth) = self else { return nil }
        return truth
    }

    /// Returns a copy without the members of these names, at any depth.
    func leavingOut(_ names: Set<String>) -> BankJSON {
        switch self {
        case .object(let members):
            .object(
                members.filter { !names.contains($0.name) }.map { Member($0.name, $0.value.leavingOut(names)) })
        case .array(let values): .array(values.map { $0.leavingOut(names) })
        case .text, .whole, .otherNumber, .truth, .null: self
        }
    }

    static func number(_ number: Int) -> BankJSON { .whole(Int64(number)) }
}
