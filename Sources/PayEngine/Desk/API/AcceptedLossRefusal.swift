/// Why nobody's word was taken that a loss is accepted.
public enum AcceptedLossRefusal: Error, Equatable, Sendable {
    /// It is not somebody's who may give it.
    case approval(ApprovalRefusal)
    case reasonMissing
    /// In bytes.
    case reasonTooLong(limit: Int)
}
