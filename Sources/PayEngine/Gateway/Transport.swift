/// Carries one request to one gateway.
///
/// ``CurlTransport`` is the real one.
public protocol Transport: Sendable {
    /// Yields a base when the other side has closed the last kept connection to it. For one listener.
    var losses: AsyncStream<GatewayBase> { get }

    /// Posts a body and waits for the whole answer. Never sends a body twice, and keeps none of it.
    ///
    /// When the task is cancelled the waiting ends; what may have left by then is not cut off, and what has not never
    /// leaves.
    func post(_ body: SecretBytes, to path: String, at base: GatewayBase) async -> TransportResult
}

extension Transport {
    /// What keeps no connection loses none.
    public var losses: AsyncStream<GatewayBase> { AsyncStream { $0.finish() } }
}
