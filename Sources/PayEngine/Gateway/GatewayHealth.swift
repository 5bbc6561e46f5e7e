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
}
