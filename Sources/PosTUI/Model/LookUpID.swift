/// Names one look-up within this run of the till: an answer to an older one is not shown.
struct LookUpID: Hashable, Sendable {
    let value: Int
}
