/// What a screen or a command can ask of the engine. ``PaymentDesk`` is the real one.
public protocol Desk: Sendable {
    /// Freezes a deposit. The stream ends by itself; cancelling its task stops the telling, never the order, which
    /// the desk goes on to settle.
    func freeze(_ request: FreezeRequest) async -> AsyncStream<FreezeProgress>

    /// Asks the gateway for an order and its releases, settles our own order if it is open, and tells what the
    /// journal knows.
    ///
    /// - Parameters:
    ///   - number: `out_freeze_no`, or a release number that the journal knows.
    ///   - releaseNumber: `out_unfreeze_no`: only that release.
    ///   - platform: needed for orders of other tills only.
    func lookUp(_ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?) async -> LookUp

    /// The orders nobody knows the outcome of, oldest first.
    func openQuestions() async -> [Deposit]

    /// Closes an open question by hand, after one last query.
    func close(_ number: OrderNumber, staffID: String?, reason: String) async throws(ClosingRefusal) -> Deposit

    /// Asks the gateway how it does (`ping`).
    func health() async -> GatewayHealth

    /// Deposits that changed by themselves: open questions that the background settled, late successes among them.
    func news() async -> AsyncStream<Deposit>

    /// What the clerk must be told at sign-in: a torn tail of the journal, for example. Empty when all is well.
    func startNotices() async -> [StartNotice]
}
