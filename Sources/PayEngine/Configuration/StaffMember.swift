/// One of `[[staff]]`.
public struct StaffMember: Equatable, Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case clerk, supervisor
    }

    /// `staff_id` on the wire.
    public var id: String
    public var name: String
    public var role: Role
    /// Nil: needs no PIN.
    public var pinHash: PinHash?

    public init(id: String, name: String, role: Role, pinHash: PinHash? = nil) {
        self.id = id
        self.name = name
        self.role = role
        self.pinHash = pinHash
    }
}
