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

/// How carrying a request went.
public enum TransportResult: Equatable, Sendable {
    /// A whole answer. `localAddress` is this machine's end of the connection, where known.
    case answered(status: Int, body: [UInt8], localAddress: String?)
    /// The answer was longer than ``CurlTransport/answerLimit``.
    case tooLarge
    /// Name, connect or TLS failed: surely no byte of the request left.
    case notConnected(String)
    /// A byte may have left, and no whole answer came.
    case lost(String)
}
