/// One order of this till, with the deposit that it belongs to.
@dynamicMemberLookup
public struct DepositOrder: Equatable, Sendable {
    /// So long after it was last sent nobody settles an order by its absence, neither the till nor a person: the bytes
    /// may still be on their way.
    static let absence = Duration.seconds(150)

    /// The deposit that the order belongs to.
    public internal(set) var deposit: Deposit
    /// The order: the deposit's freeze, or one of its releases or consumes.
    public internal(set) var order: Order

    /// Takes the freeze, or another order of the deposit.
    public init(_ deposit: Deposit, _ order: Order? = nil) {
        self.deposit = deposit
        self.order = order ?? deposit.freeze
    }

    /// What is true of the order reads as its own.
    public subscript<Value>(dynamicMember path: KeyPath<Order, Value>) -> Value { order[keyPath: path] }

    /// Returns how long it cannot be closed by hand yet; zero or less: it can.
    ///
    /// `elapsed` is the time since it was last sent.
    func timeToClose(elapsed: Duration) -> Duration {
        let sinceSending = Self.absence - elapsed
        // A code that the customer can still scan may yet be paid.
        guard let expiry = order.expiry else { return sinceSending }
        let life = Duration.milliseconds(max(0, expiry.milliseconds - order.startTime.milliseconds))
        return sinceSending + life
    }

    /// Returns how many seconds it cannot be closed by hand yet, as far as can be told without the desk.
    ///
    /// - Parameters:
    ///   - monotonic: now, on the clock of the journal's lines (``TillClock/monotonic``), which stands still while
    ///     the machine sleeps.
    ///   - boot: of this run of the machine; what an earlier one sent is older than it.
    /// - Returns: nil when it may be tried.
    public func secondsToClose(monotonic: Duration, boot: String) -> Int? {
        guard let sending = order.status.sending else { return nil }
        let left = timeToClose(elapsed: sending.boot == boot ? monotonic - sending.uptime : monotonic)
        return left > .zero ? (left.wholeMilliseconds + 999) / 1000 : nil
    }
}
