import PayEngine

/// What the till does in answer to an event.
///
/// The runner does it beside the loop and posts events back.
enum Effect: Equatable, Sendable {
    case freeze(FreezeID, FreezeRequest)
    case lookUp(LookUpID, OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?)
    case release(AttemptID, ReleaseRequest, approvedBy: ApprovalID)
    case consume(AttemptID, ConsumeRequest)
    /// Takes back a release or a consume that is not made yet.
    case withdraw(AttemptID)
    /// Asks for an approval by a PIN; `clerkID` is who works at the till.
    case approve(ApprovalID, ApprovedAction, staffID: String, Pin, clerkID: String?)
    /// Takes an approval by somebody without a PIN; nil where no staff is configured.
    case approveWithoutPin(ApprovalID, ApprovedAction, staffID: String?)
    /// Drops an approval that no screen names any more.
    case dropApproval(ApprovalID)
    case close(OrderNumber, reason: String, approvedBy: ApprovalID)
    case loadOpenQuestions
    case checkHealth
    case watchConnection
    case listenToAnswers
    case listenToNews
    case loadStartNotices
    case offerCode(FreezeID, CodeRequest)
    case loadHeld
    case find(SearchID, JournalFilter)
    case signIn(staffID: String, Pin)
    /// Somebody works here from now on.
    case noteSignIn(staffID: String)
    /// Leave the loop.
    case quit
}
