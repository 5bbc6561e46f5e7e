/// One order of this till: a deposit's freeze, or a release or consume of a deposit.
public struct TillOrder: Equatable, Sendable {
    /// So long after it was last sent nobody settles an order by its absence, neither the till nor a person: the bytes
    /// may still be on their way.
    static let absence = Duration.seconds(150)

    public var deposit: Deposit
    /// Nil for the freeze itself.
    public var followUp: FollowUp?

    public init(_ deposit: Deposit, followUp: FollowUp? = nil) {
        self.deposit = deposit
        self.followUp = followUp
    }

    /// The order's own number.
    public var number: OrderNumber { followUp?.number ?? deposit.number }
    public var fee: Fen { followUp?.fee ?? deposit.fee }
    public var reason: Reason { followUp?.reason ?? deposit.reason }
    public var startTime: Timestamp { followUp?.startTime ?? deposit.startTime }
    public var changeTime: Timestamp { followUp?.changeTime ?? deposit.changeTime }
    public var closing: Deposit.Closing? { followUp.map(\.closing) ?? deposit.closing }
    public var isSettled: Bool { followUp?.outcome.isSettled ?? deposit.outcome.isSettled }
    /// Whether somebody still has to find out what became of it.
    public var isOpen: Bool { followUp?.isOpen ?? deposit.isOpen }
    /// It succeeded after the clerk was told otherwise.
    public var isLateSuccess: Bool { followUp?.isLateSuccess ?? deposit.isLateSuccess }
    /// First 16 hex digits of `h` of the line that settled it.
    public var record: String? { followUp.map(\.record) ?? deposit.record }

    /// The outcome as the journal and JSON name it.
    public var outcomeName: String {
        followUp.map { $0.kind.name(of: $0.outcome) } ?? deposit.outcome.rawValue
    }

    /// How long it cannot be closed by hand yet; zero or less: it can.
    ///
    /// - Parameter elapsed: since it was last sent.
    func timeToClose(elapsed: Duration) -> Duration {
        let sinceSending = Self.absence - elapsed
        // A code that the customer can still scan may yet be paid.
        guard followUp == nil, let expiry = deposit.expiry else { return sinceSending }
        let life = Duration.milliseconds(max(0, expiry.milliseconds - deposit.startTime.milliseconds))
        return sinceSending + life
    }

    /// How many seconds it cannot be closed by hand yet, as far as can be told without the desk; nil: it may be tried.
    ///
    /// - Parameters:
    ///   - uptime: now, on the desk's clock.
    ///   - boot: of this run of the machine; what an earlier one sent is older than it.
    public func secondsToClose(uptime: Duration, boot: String) -> Int? {
        guard let sending else { return nil }
        let left = timeToClose(elapsed: sending.boot == boot ? uptime - sending.uptime : uptime)
        return left > .zero ? (left.wholeMilliseconds + 999) / 1000 : nil
    }

    /// When it was last sent.
    var sending: Deposit.Sending? { followUp.map(\.sending) ?? deposit.sending }
    var base: String { followUp?.base ?? deposit.base }
    var mayTurnUp: Bool { followUp?.mayTurnUp ?? deposit.mayTurnUp }
}
