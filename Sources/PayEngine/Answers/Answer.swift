/// How a call went, before anybody has asked what it means.
enum Answer<Order: AskedOrder>: Equatable, Sendable {
    /// Name, connect or TLS failed on every base: no byte of the request left.
    case notConnected(String)
    /// A byte may have left, and no whole answer came back.
    case lost(String)
    /// A whole answer came that cannot be believed.
    case invalid(InvalidAnswer)
    /// A valid answer about the order that was asked about, with the order when it held one.
    case answered(GatewayVerdict, Order?)
}
