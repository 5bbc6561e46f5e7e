/// A supervisor's word that the till shall go on although something is lost from its journal, which can't be restored.
public struct AcceptedLoss: Equatable, Sendable {
    /// Whose word it is.
    public let staffID: String
    /// Why; the journal keeps it.
    public let reason: String
    /// What the approval rested on.
    let basis: ApprovalBasis

    /// The most bytes of a reason.
    public static let reasonLimit = 255

    /// Takes what people typed, and uses an approval of ``ApprovedAction/acceptedLoss`` up.
    ///
    /// - Throws: ``AcceptedLossRefusal``
    public init(
        reason: String, approvedBy approval: consuming Approval, of staff: StaffApproval
    ) throws(AcceptedLossRefusal) {
        self.reason = try Self.check(reason: reason)
        let approver = try staff.redeem(approval, for: .acceptedLoss).mapError(AcceptedLossRefusal.approval).get()
        // The journal names somebody.
        guard let staffID = approver.staffID else { throw .approval(.supervisorNeeded) }
        self.staffID = staffID
        basis = approver.basis
    }

    /// Checks the reason before anybody is asked for their word.
    ///
    /// - Returns: the reason as the journal keeps it.
    @discardableResult
    public static func check(reason: String) throws(AcceptedLossRefusal) -> String {
        let reason = AuthorCode.maskingCodes(in: reason.printable)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        guard reason.utf8.count <= reasonLimit else { throw .reasonTooLong(limit: reasonLimit) }
        return reason
    }
}

/// Why nobody's word was taken that a loss is accepted.
public enum AcceptedLossRefusal: Error, Equatable, Sendable {
    /// It is not somebody's who may give it.
    case approval(ApprovalRefusal)
    case reasonMissing
    /// In bytes.
    case reasonTooLong(limit: Int)
}
