/// Names one check of a PIN within this run of the till: an answer to an older one does not count.
struct ApprovalID: Hashable, Sendable {
    let value: Int
}
