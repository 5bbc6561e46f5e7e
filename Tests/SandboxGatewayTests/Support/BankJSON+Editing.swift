@testable import SandboxGateway

extension BankJSON {
    /// A copy with another value at a path of names; nil takes the name away.
    func setting(_ path: String, to value: BankJSON?) -> BankJSON {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        let name = parts[0]
        var members = members ?? []
        let index = members.firstIndex { $0.name == name }
        var new = value
        if parts.count == 2 {
            let inner = index.map { members[$0].value } ?? .object([])
            new = inner.setting(parts[1], to: value)
        }
        if let index { members.remove(at: index) }
        if let new { members.insert(Member(name, new), at: index ?? members.count) }
        return .object(members)
    }

    /// The value at a path of names.
    func at(_ path: String) -> BankJSON? {
        path.split(separator: ".").reduce(self as BankJSON?) { value, name in value?[String(name)] }
    }
}
