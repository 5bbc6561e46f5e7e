import PayEngine

/// An approval as the screens know it: that it was asked for, and of whom.
///
/// The approval itself can't be copied, and is kept by whoever does their effects.
struct ApprovalTicket: Equatable, Sendable {
    /// Milliseconds after which it has to be given anew.
    static let lifetime = Approval.lifetime.milliseconds

    let id: ApprovalID
    /// Who is asked; nil where no staff is configured.
    let member: StaffMember?
    /// When they were asked, in milliseconds of uptime: never later than the approval itself was made.
    let time: Int64

    func hasLapsed(at now: Int64) -> Bool { now - time >= Self.lifetime }
}
