import PayEngine

/// What a screen hears beside its keys: what the desk answers, the time, and what becomes of the screen itself.
enum TillNews: Sendable {
    /// At every full second.
    case tick
    /// F9 stood alone for long enough.
    case confirmed
    /// Another screen comes over it: no secret waits in a field for somebody to come back.
    case covered
    /// Somebody came back to it from another.
    case cameBack(Step.Return)
    case lookedUp(LookUpID, LookUp)
    case found(SearchID, SearchResults)
    case approved(ApprovalID, PinAnswer)
    /// What came of a PIN, and whose it was.
    case signedIn(staffID: String, PinAnswer)
    /// The list came anew (``TillContext/openQuestions``); here is what it was before.
    case openQuestions(before: [DepositOrder])
    /// The list came anew (``TillContext/held``); here is what it was before.
    case held(before: [Deposit])
    case closed(OrderNumber, Result<DepositOrder, ClosingRefusal>)
}
