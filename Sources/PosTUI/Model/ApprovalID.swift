/// Names one approval within this run of the till, from the moment it is asked for: an answer to an older question does
/// not count.
struct ApprovalID: Hashable, Sendable {
    let value: Int
}
