/// Who may do what. Where no staff is configured anybody may.
extension TillConfiguration {
    /// Whether anybody listed may approve what only a supervisor may.
    public var hasSupervisor: Bool { staff.contains { $0.role == .supervisor } }

    /// Staff is listed and none of them may approve a release.
    public var lacksSupervisor: Bool { !staff.isEmpty && !hasSupervisor }

    /// Refuses who may not release: that takes a supervisor.
    ///
    /// - Throws: ``OrderRejection``
    public func checkApprover(_ staffID: String?) throws(OrderRejection) {
        guard !staff.isEmpty else { return }
        guard let staffID else { throw .supervisorNeeded }
        guard let member = staff.first(where: { $0.id == staffID }) else { throw .unknownStaff(staffID.printable) }
        guard member.role == .supervisor else { throw .supervisorNeeded }
    }

    /// Refuses who may not close an open question by hand: that takes a supervisor, where one is configured.
    ///
    /// - Throws: ``ClosingRefusal``
    public func checkCloser(_ staffID: String?) throws(ClosingRefusal) {
        guard !staff.isEmpty else { return }
        guard let member = staff.first(where: { $0.id == staffID }) else {
            throw .unknownStaff((staffID ?? "").printable)
        }
        guard member.role == .supervisor || !hasSupervisor else { throw .supervisorNeeded }
    }
}
