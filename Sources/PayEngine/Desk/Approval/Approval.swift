/// Somebody's word for one thing that the till is asked to do.
///
/// It can't be copied, and doing that thing uses it up. There are three ways to come by one, all in this file: a right
/// PIN, somebody who may approve it and has no PIN, and a till without a list of staff, where nobody has to be asked.
public struct Approval: ~Copyable, Sendable {
    /// How long it counts after it was given.
    public static let lifetime = Duration.seconds(120)

    /// What it was given for.
    public let action: ApprovedAction
    let approver: Approver
    /// When it was given, on the clock that is never set.
    private let time: Duration

    fileprivate init(of action: ApprovedAction, by approver: Approver, at time: Duration) {
        self.action = action
        self.approver = approver
        self.time = time
    }

    fileprivate func hasLapsed(at now: Duration) -> Bool { now - time >= Self.lifetime }
}

/// Whose word was taken: what is left of an approval once it is used up, for the wire and the journal.
struct Approver: Equatable, Sendable {
    /// `authorization_staff_id`; nil where nobody had to be asked and nobody was named.
    let staffID: String?
    let basis: ApprovalBasis

    fileprivate init(_ staffID: String?, _ basis: ApprovalBasis) {
        self.staffID = staffID
        self.basis = basis
    }
}

/// What came of asking somebody to approve something by their PIN.
public enum ApprovalAnswer: ~Copyable, Sendable {
    /// They did, and that came of the PIN.
    case given(Approval, PinAnswer)
    case refused(PinAnswer)
}

// MARK: - The three makers

extension StaffApproval {
    /// Asks for the PIN of somebody who may approve it.
    ///
    /// Takes some 50 ms of a processor, on a thread of its own.
    ///
    /// - Parameters:
    ///   - action: what they approve.
    ///   - staffID: who approves it.
    ///   - pin: what they typed.
    ///   - clerkID: who works at the till meanwhile, for the log; nil: nobody.
    /// - Returns: the approval, or why there is none.
    public func approve(
        _ action: ApprovedAction, staffID: String, pin: Pin, clerkID: String? = nil
    ) async -> ApprovalAnswer {
        // Where it would not count nobody's PIN is tried.
        if let refusal = configuration.refusal(of: staffID, for: action) {
            if case .unknownStaff = refusal { return .refused(.unknownStaff) }
            return .refused(.supervisorNeeded)
        }
        let answer = await check(staffID: staffID, pin: pin, clerkID: clerkID)
        switch answer {
        case .accepted, .acceptedAfter:
            return .given(Approval(of: action, by: Approver(staffID, .pin), at: clock.boottime), answer)
        case .noPinNeeded:
            return .given(Approval(of: action, by: Approver(staffID, .withoutPin), at: clock.boottime), answer)
        case .wrong, .wrongAndLocked, .locked, .unknownStaff, .supervisorNeeded, .impossible:
            return .refused(answer)
        }
    }

    /// Takes the word of somebody who may approve it and has no PIN, or of a till where nobody has to be asked.
    ///
    /// - Parameters:
    ///   - action: what they approve.
    ///   - staffID: who approves it; nil only where no staff is listed.
    /// - Returns: the approval.
    /// - Throws: ``ApprovalRefusal``
    public func approveWithoutPin(_ action: ApprovedAction, staffID: String?) throws(ApprovalRefusal) -> Approval {
        if configuration.staff.isEmpty { return try notNeeded(for: action, named: staffID) }
        if let refusal = configuration.refusal(of: staffID, for: action) { throw refusal }
        guard let staffID, !needsPin(staffID: staffID) else { throw .pinNeeded }
        return Approval(of: action, by: Approver(staffID, .withoutPin), at: clock.boottime)
    }

    /// Approves it where no staff is listed, so that nobody has to be asked.
    ///
    /// - Parameters:
    ///   - action: what is approved.
    ///   - staffID: who is said to approve it; it is not looked at.
    /// - Returns: the approval.
    /// - Throws: ``ApprovalRefusal/supervisorNeeded`` where staff is listed.
    func notNeeded(for action: ApprovedAction, named staffID: String? = nil) throws(ApprovalRefusal) -> Approval {
        guard configuration.staff.isEmpty else { throw .supervisorNeeded }
        return Approval(of: action, by: Approver(staffID, .notNeeded), at: clock.boottime)
    }
}

// MARK: - Using one up

extension StaffApproval {
    /// Uses an approval up for what it was given for.
    func redeem(
        _ approval: consuming Approval, for action: ApprovedAction
    ) -> Result<Approver, ApprovalRefusal> {
        if let refusal = approval.action.refusal(for: action) { return .failure(refusal) }
        if approval.hasLapsed(at: clock.boottime) { return .failure(.lapsed) }
        let approver = approval.approver
        // One that was given by another till's list of staff counts for nothing here.
        if let refusal = configuration.refusal(of: approver.staffID, for: action) { return .failure(refusal) }
        guard configuration.staff.isEmpty == (approver.basis == .notNeeded) else { return .failure(.supervisorNeeded) }
        return .success(approver)
    }
}
