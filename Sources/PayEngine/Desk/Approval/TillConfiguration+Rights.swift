/// Who may do what. Where no staff is configured anybody may.
extension TillConfiguration {
    /// Whether anybody listed may approve what only a supervisor may.
    public var hasSupervisor: Bool { staff.contains { $0.role == .supervisor } }

    /// Staff is listed and none of them may approve a release.
    public var lacksSupervisor: Bool { !staff.isEmpty && !hasSupervisor }

    /// Why somebody's word would not count for it; nil: it would.
    ///
    /// It takes a supervisor; where none is configured, any listed staff may close an open question and accept a loss.
    public func refusal(of staffID: String?, for action: ApprovedAction) -> ApprovalRefusal? {
        guard !staff.isEmpty else { return nil }
        let takesSupervisor: Bool
        switch action {
        case .release:
            // Nobody was asked at all.
            if staffID == nil { return .supervisorNeeded }
            takesSupervisor = true
        case .closing, .acceptedLoss: takesSupervisor = hasSupervisor
        }
        guard let member = staff.first(where: { $0.id == staffID }) else {
            return .unknownStaff((staffID ?? "").printable)
        }
        return member.role == .supervisor || !takesSupervisor ? nil : .supervisorNeeded
    }
}
