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
