/// How a signed request went, and with whom.
struct Delivery: Equatable {
    enum Result: Equatable {
        /// No byte left to any base.
        case notConnected(String)
        case lost(String)
        case invalid(InvalidAnswer)
        case opened(Envelope.Opened)
    }

    var result: Result
    /// Who got the request, or may have; nil when no byte left.
    var base: GatewayBase?
}
