/// One of `[[staff]]`.
public struct StaffMember: Equatable, Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case clerk, supervisor
    }

    /// `staff_id` on the wire.
    public var id: String
    public var name: String
    public var role: Role
    /// `scrypt:…`; nil: signs in without a PIN.
    public var pinHash: String?

    public init(id: String, name: String, role: Role, pinHash: String? = nil) {
        self.id = id
        self.name = name
        self.role = role
        self.pinHash = pinHash
    }
}
