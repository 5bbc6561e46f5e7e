/// Why a request did not reach a gateway, or its answer did not come back whole.
///
/// The raw value is what log and journal say; people read it in their own language.
public enum ConnectionFault: String, CaseIterable, Sendable {
    case unresolved = "the name of the server is not known"
    case refused = "the server refused the connection"
    case unreachable = "no connection to the server"
    case timedOut = "no answer in time"
    case certificateExpired = "the server's certificate has expired, or this machine's clock is wrong"
    case certificateNotYetValid = "the server's certificate is not valid yet, or this machine's clock is wrong"
    case certificateOfAnotherHost = "the server's certificate is that of another host"
    case certificateUntrusted = "the server's certificate is by an authority that this till does not trust"
    case noTLS = "no secure connection to the server (no https there, or none of [gateway] tls12_ciphers in common)"
    case closed = "the connection ended too early"

    /// Whether a detail of log or journal tells of a server that is reached and not believed on every base: its
    /// certificate, the clock, or its ciphers are wrong, not the line.
    package static func isOfTrust(_ detail: String) -> Bool {
        let faults = allCases.filter { detail.contains($0.rawValue) }
        return !faults.isEmpty && faults.allSatisfy(\.isOfTrust)
    }

    private var isOfTrust: Bool {
        switch self {
        case .certificateExpired, .certificateNotYetValid, .certificateOfAnotherHost, .certificateUntrusted, .noTLS:
            true
        case .unresolved, .refused, .unreachable, .timedOut, .closed: false
        }
    }
}
