/// How the gateway does, for the status bar.
public enum GatewayHealth: Equatable, Sendable {
    /// Not asked yet.
    case unasked
    /// It answered in less than a second. The offset is its clock minus ours, in seconds.
    case up(base: String, clockOffset: Int64?)
    /// It answered, but it took long.
    case slow(base: String, milliseconds: Int, clockOffset: Int64?)
    /// No base answered.
    case down

    /// The base that answered, as in the configuration.
    public var base: String? {
        switch self {
        case .up(let base, _), .slow(let base, _, _): base
        case .unasked, .down: nil
        }
    }

    /// Its clock minus ours, in seconds; nil when it did not tell.
    public var clockOffset: Int64? {
        switch self {
        case .up(_, let offset), .slow(_, _, let offset): offset
        case .unasked, .down: nil
        }
    }
}
