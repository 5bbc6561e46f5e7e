import PayEngine

/// What the till does in answer to an event.
///
/// The runner does it beside the loop and posts events back.
enum Effect: Equatable, Sendable {
    case freeze(FreezeID, FreezeRequest)
    case lookUp(LookUpID, OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?)
    case release(AttemptID, ReleaseRequest)
    case consume(AttemptID, ConsumeRequest)
    /// Of a release or a consume that is not made yet.
    case withdraw(AttemptID)
    /// With who works at the till.
    case approve(ApprovalID, staffID: String, Pin, clerkID: String?)
    case close(OrderNumber, staffID: String?, reason: String)
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
