/// Names one release or consume within this run of the till, before it has a number.
struct AttemptID: Hashable, Sendable {
    let value: Int
}
