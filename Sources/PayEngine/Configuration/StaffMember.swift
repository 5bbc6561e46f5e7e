/// One of `[[staff]]`.
public struct StaffMember: Equatable, Sendable {
    /// What a member of the staff may do.
    public enum Role: String, Sendable, CaseIterable {
        case clerk, supervisor
    }

    /// `staff_id` on the wire.
    public var id: String
    /// The name that screens show.
    public var name: String
    /// What they may do.
    public var role: Role
    /// Nil: needs no PIN.
    public var pinHash: PinHash?

    /// Makes a member of the staff.
    public init(id: String, name: String, role: Role, pinHash: PinHash? = nil) {
        self.id = id
        self.name = name
        self.role = role
        self.pinHash = pinHash
    }
}
