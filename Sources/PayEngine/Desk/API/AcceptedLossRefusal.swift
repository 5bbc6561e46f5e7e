/// Why nobody's word was taken that a loss is accepted.
public enum AcceptedLossRefusal: Error, Equatable, Sendable {
    /// Not a listed staff ID.
    case unknownStaff(String)
    case supervisorNeeded
    case reasonMissing
    /// In bytes.
    case reasonTooLong(limit: Int)
}
