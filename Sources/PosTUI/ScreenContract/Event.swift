import PayEngine

/// Something that happened, and when.
struct Event: Sendable {
    enum Content: Sendable {
        /// The first one: the till is ready.
        case started
        case key(Key)
        /// A bracketed paste.
        case paste(String)
        /// Bytes were dropped that may be a part of a scan.
        case inputLost
        /// At every full second, and when the state asked to be woken.
        case tick
        case resized(Size)
        case freeze(FreezeID, OrderProgress)
        /// The telling of a freeze ended; after a last word this says nothing new.
        case freezeEnded(FreezeID)
        case order(AttemptID, OrderProgress)
        /// The telling of a release or consume ended; after a last word this says nothing new.
        case orderEnded(AttemptID)
        case approved(ApprovalID, PinAnswer)
        case lookedUp(LookUpID, LookUp)
        case openQuestions([DepositOrder])
        case closed(OrderNumber, Result<DepositOrder, ClosingRefusal>)
        case health(GatewayHealth)
        /// The gateway has closed the connection that is kept for the next freeze.
        case connectionLost
        /// An order was answered; the base is as in the configuration.
        case orderAnswered(base: String)
        case news(DepositOrder)
        case startNotices([StartNotice])
        /// What the gateway's clock says.
        case gatewayTime(GatewayTime)
        /// What is still held, oldest first.
        case held([Deposit])
        case found(SearchID, SearchResults)
        /// What came of a PIN, and whose it was.
        case signedIn(staffID: String, PinAnswer)
    }

    var time: Moment
    var content: Content

    init(_ content: Content, at time: Moment) {
        self.content = content
        self.time = time
    }
}
