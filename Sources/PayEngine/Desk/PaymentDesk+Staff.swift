import Logging

extension PaymentDesk {
    /// Checks a PIN, without keeping the desk waiting.
    public nonisolated func checkPin(staffID: String, pin: Pin) async -> PinAnswer {
        await staffApproval.check(staffID: staffID, pin: pin)
    }

    /// Asks for somebody's word by their PIN, without keeping the desk waiting.
    public nonisolated func approve(
        _ action: ApprovedAction, staffID: String, pin: Pin, clerkID: String?
    ) async -> ApprovalAnswer {
        await staffApproval.approve(action, staffID: staffID, pin: pin, clerkID: clerkID)
    }

    /// Takes the word of somebody for whom the configuration has no PIN.
    public nonisolated func approveWithoutPin(
        _ action: ApprovedAction, staffID: String?
    ) throws(ApprovalRefusal) -> Approval {
        try staffApproval.approveWithoutPin(action, staffID: staffID)
    }

    /// Keeps in the log who works at the till from now on.
    public nonisolated func noteSignIn(staffID: String) async {
        log.notice("signed in", metadata: ["staff": "\(staffID.printable)"])
    }
}
