/// What the gateway itself said about a call: shown beside our own sentence, decided by `status` alone.
public struct GatewayVerdict: Hashable, Sendable {
    /// `internal_status` of a refused query: there is no such order.
    static let noSuchOrder = 400

    /// `status` on the wire.
    public var status: Int
    /// `internal_status` on the wire.
    public var internalStatus: Int?
    /// `description`, already cleaned of characters that could move the cursor or reorder a line.
    public var text: String?

    /// Makes a verdict.
    public init(status: Int, internalStatus: Int? = nil, text: String? = nil) {
        self.status = status
        self.internalStatus = internalStatus
        self.text = text
    }
}
