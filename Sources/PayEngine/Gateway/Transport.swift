/// Carries one request to one gateway. ``CurlTransport`` is the real one.
public protocol Transport: Sendable {
    /// Posts a body and waits for the whole answer. Never sends a body twice.
    func post(_ body: [UInt8], to path: String, at base: GatewayBase) async -> TransportResult
}
