/// Why there are no random bytes.
public enum RandomError: Error, Equatable, Sendable {
    /// The system gives none, by neither of its ways. The text is for engineers.
    case unavailable(String)
}

extension RandomError: CustomStringConvertible {
    /// The error in English, for engineers.
    public var description: String {
        switch self {
        case .unavailable(let text): "the system gives no random bytes (\(text))"
        }
    }
}
