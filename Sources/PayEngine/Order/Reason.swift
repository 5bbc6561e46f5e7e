/// Why an order has the outcome it has.
///
/// Screens turn it into a sentence; the journal keeps ``name`` and the details.
public enum Reason: Hashable, Sendable {
    /// The gateway says that the money is held.
    case held
    /// The intent is on disk and no answer has been seen yet.
    case inProgress
    /// The customer is asked for the password (or, for Alipay, for a confirmation).
    case customerTyping
    /// The customer has not scanned the till's code yet.
    case customerScanning
    case customerStopped
    case paymentError
    /// The platform says that a release or a consume failed.
    case failedAtPlatform
    /// The platform says that the money was released or consumed as asked.
    case carriedOut
    /// The deposit's totals have moved since it was sent: once more might be twice.
    case totalsMoved
    /// The platform closed the order before it was paid.
    case closedUnpaid
    /// A signed refusal: `status` 104 or another of its kind.
    case refusedByGateway(GatewayVerdict)
    /// `status` 101 twice: our key or our parameters are wrong.
    case callerWrong(GatewayVerdict)
    /// `status` 102: this number cannot be used.
    case newNumberNeeded(GatewayVerdict)
    /// The platform does not know the order, long enough after it was sent. It is asked about again later.
    case neverArrived
    /// The platform does not know the order yet; a query can outrun the freeze.
    case notThereYet
    /// No connection to any gateway: no byte left. The text names the failure for engineers.
    case noConnection(String)
    /// One base could not be reached, so that no byte left to it; the next one is about to be tried.
    case nextBase(String)
    /// The request may have left and no whole answer came back.
    case noAnswer(String)
    /// An answer came that cannot be believed.
    case unbelievable(InvalidAnswer)
    /// `status` 104 with `internal_status` 407: this number was used before.
    case numberUsedBefore(GatewayVerdict)
    /// `status` 3, 103 or one that nobody knows.
    case gatewayUndecided(GatewayVerdict)
    /// The gateway is still working on the order.
    case beingMade
    /// Alipay shows a consume as refunded or closed, and the deposit's sums do not tell whether it was done before.
    case refundedOrClosed
    /// A state number or a form of answer that this till does not know.
    case unrecognisedState(Int?)
    /// The answer could not be written to the journal, so it does not count.
    case journalFailed(String)
    /// The answer was written to files that the next start won't read, so it does not count.
    case journalMoved(MovedFile)
    /// The money is no longer held: released or consumed.
    case releasedOrConsumed
}
