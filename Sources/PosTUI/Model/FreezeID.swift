/// Names one freeze within this run of the till, before it has an order number.
struct FreezeID: Hashable, Sendable {
    let value: Int
}
