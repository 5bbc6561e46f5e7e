/// What the gateway's clock says now.
public struct GatewayTime: Equatable, Sendable {
    public var now: Timestamp
    /// Whether a ping told it since this machine was started. Else it is ours, by the last known difference.
    public var isSure: Bool

    public init(now: Timestamp, isSure: Bool) {
        self.now = now
        self.isSure = isSure
    }
}
