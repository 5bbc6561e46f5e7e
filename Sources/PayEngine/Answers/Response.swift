/// An answer, and who gave it.
struct Response<Content: Equatable & Sendable>: Equatable, Sendable {
    var answer: Answer<Content>
    /// Who got the request, or may have; nil when no byte left.
    var base: GatewayBase?
    /// `log_id`, also of an answer that is not believed.
    var logID: UInt32?

    /// What a believable answer says of the order.
    func order<Order>() -> Order? where Content == Statement<Order> {
        if case .answered(let statement) = answer { statement.subject } else { nil }
    }
}
