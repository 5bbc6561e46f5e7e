/// Names one search within this run of the till: the answer to an older one is not shown.
struct SearchID: Hashable, Sendable {
    let value: Int
}
