/// What a screen or a command can ask of the engine.
///
/// ``PaymentDesk`` is the real one.
public protocol Desk: Sendable {
    /// Freezes a deposit. The stream ends by itself; cancelling its task stops the telling, never the order, which
    /// the desk goes on to settle.
    func freeze(_ request: FreezeRequest) async -> AsyncStream<OrderProgress>

    /// Asks the gateway for an order and its releases, settles our own order if it is open, and tells what the journal
    /// knows.
    ///
    /// - Parameters:
    ///   - number: `out_freeze_no`, or another number that the journal knows: a release's, a consume's, the
    ///     platform's.
    ///   - releaseNumber: `out_unfreeze_no`: only that release.
    ///   - platform: for orders of other tills; nil: one after the other is asked.
    /// - Returns: what both sides know, and why something is missing.
    func lookUp(_ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?) async -> LookUp

    /// Offers a code that the customer scans with Alipay to freeze a deposit; else as ``freeze(_:)``.
    func offerCode(_ request: CodeRequest) async -> AsyncStream<OrderProgress>

    /// Gives a deposit back, whole or in part.
    ///
    /// The stream ends by itself; cancelling its task stops the telling only.
    ///
    /// - Parameters:
    ///   - request: what to give back.
    ///   - withdrawal: given before the release is made, it is not made: while it is held back, or the gateway is still
    ///     asked what is left. That is told as ``OrderRejection/withdrawn``.
    ///   - approval: somebody's word for ``ReleaseRequest/approvedAction``, which is used up. One that was given for
    ///     something else, or too long ago, is told as ``OrderRejection/approval(_:)``, and nothing is sent.
    /// - Returns: what becomes of it.
    func release(
        _ request: ReleaseRequest, unless withdrawal: Withdrawal, approvedBy approval: consuming Approval
    ) async -> AsyncStream<OrderProgress>

    /// Keeps a deposit as a sale, whole or in part; else as ``release(_:unless:approvedBy:)``, without an approval.
    func consume(_ request: ConsumeRequest, unless withdrawal: Withdrawal) async -> AsyncStream<OrderProgress>

    /// The orders nobody knows the outcome of, oldest first: freezes, releases and consumes.
    func openQuestions() async -> [DepositOrder]

    /// What this till froze and still holds as far as it knows, oldest first.
    func heldDeposits() async -> [Deposit]

    /// Asks about every open question until none is left or the time is over.
    ///
    /// - Returns: what is still open.
    func reconcile(wait: Duration) async -> [DepositOrder]

    /// Closes an open question by hand, after one last query.
    ///
    /// - Parameters:
    ///   - number: the freeze's, release's or consume's own.
    ///   - reason: why, as it stands in the journal.
    ///   - approval: somebody's word for closing this order, which is used up, whatever comes of it.
    /// - Returns: the order as it is now.
    /// - Throws: why it can't be closed, or not yet.
    func close(
        _ number: OrderNumber, reason: String, approvedBy approval: consuming Approval
    ) async throws(ClosingRefusal) -> DepositOrder

    /// Checks whether somebody who signs in is the staff member they claim to be; takes some 50 ms on purpose.
    ///
    /// - Parameters:
    ///   - staffID: who they claim to be.
    ///   - pin: what they typed.
    /// - Returns: whether they are, or why that can't be said.
    func checkPin(staffID: String, pin: Pin) async -> PinAnswer

    /// Asks for somebody's word by their PIN; takes some 50 ms on purpose.
    ///
    /// - Parameters:
    ///   - action: what they give their word for.
    ///   - staffID: who they claim to be.
    ///   - pin: what they typed.
    ///   - clerkID: who works at the till meanwhile, for the log; nil: nobody.
    /// - Returns: their word, or why there is none.
    func approve(
        _ action: ApprovedAction, staffID: String, pin: Pin, clerkID: String?
    ) async -> ApprovalAnswer

    /// Takes the word of somebody for whom the configuration has no PIN.
    ///
    /// - Parameters:
    ///   - action: what they give their word for.
    ///   - staffID: nil only where no staff is configured, so that nobody has to be asked.
    /// - Returns: their word.
    /// - Throws: ``ApprovalRefusal``
    func approveWithoutPin(_ action: ApprovedAction, staffID: String?) throws(ApprovalRefusal) -> Approval

    /// Keeps in the log who works at the till from now on.
    func noteSignIn(staffID: String) async

    /// Searches the journal, newest first.
    ///
    /// It does not keep a scan waiting.
    ///
    /// - Parameters:
    ///   - filter: what to search for.
    ///   - limit: how many at most; what is beyond is told.
    /// - Returns: the deposits, and whether there are more.
    func find(_ filter: JournalFilter, limit: Int) async -> SearchResults

    /// Asks the gateway how it does (`ping`).
    func health() async -> GatewayHealth

    /// What the gateway's clock says, as far as it was told: the days of a hold are counted by it.
    func gatewayTime() async -> GatewayTime

    /// Tells whenever the gateway has closed the connection that is kept for the next freeze. For one listener.
    func connectionLosses() async -> AsyncStream<Void>

    /// The bases that answered an order as they should, as in the configuration. For one listener.
    func answers() async -> AsyncStream<String>

    /// Orders that changed by themselves: open questions that the background settled, late successes among them.
    func news() async -> AsyncStream<DepositOrder>

    /// What the clerk must be told at sign-in: a torn tail of the journal, for example. Empty when all is well.
    func startNotices() async -> [StartNotice]
}

extension Desk {
    /// A release that nobody can take back.
    public func release(
        _ request: ReleaseRequest, approvedBy approval: consuming Approval
    ) async -> AsyncStream<OrderProgress> {
        await release(request, unless: Withdrawal(), approvedBy: approval)
    }

    /// A consume that nobody can take back.
    public func consume(_ request: ConsumeRequest) async -> AsyncStream<OrderProgress> {
        await consume(request, unless: Withdrawal())
    }
}
