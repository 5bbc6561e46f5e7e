/// What the gateway's clock says now.
public struct GatewayTime: Equatable, Sendable {
    /// The moment.
    public var now: Timestamp
    /// Whether a ping told the time since this machine was started.
    ///
    /// Otherwise it is this machine's, corrected by the last known difference.
    public var isSure: Bool

    /// Makes a time.
    public init(now: Timestamp, isSure: Bool) {
        self.now = now
        self.isSure = isSure
    }
}
