import PayEngine

/// One thing that the journal and the gateway don't agree about, in JSON: amounts in fen.
struct DifferenceReport: Encodable, Equatable {
    /// `outcome`, `amount`, `left`, `consumed`, `release`, `unknown_release` or `consume`.
    var kind: String
    /// Outcomes on both sides.
    var here: String?
    var gateway: String?
    /// Amounts on both sides.
    var hereFee: Int64?
    var gatewayFee: Int64?
    var releaseNumber: String?
    var tradeNumber: String?

    enum CodingKeys: String, CodingKey {
        case kind, here, gateway
        case hereFee = "here_fee"
        case gatewayFee = "gateway_fee"
        case releaseNumber = "out_unfreeze_no"
        case tradeNumber = "out_trade_no"
    }

    init(_ difference: LookUp.Difference) {
        switch difference {
        case .outcome(let here, let gateway):
            kind = "outcome"
            (self.here, self.gateway) = (Order.Kind.freeze.name(of: here), Order.Kind.freeze.name(of: gateway))
        case .amount(let here, let gateway):
            kind = "amount"
            (hereFee, gatewayFee) = (here.value, gateway.value)
        case .left(let here, let gateway):
            kind = "left"
            (hereFee, gatewayFee) = (here.value, gateway.value)
        case .consumed(let here, let gateway):
            kind = "consumed"
            (hereFee, gatewayFee) = (here.value, gateway.value)
        case .release(let own, let told):
            kind = "release"
            (here, gateway) = (own.kind.name(of: own.outcome), told.rawValue)
            releaseNumber = own.number.text
        case .unknownRelease(let release):
            kind = "unknown_release"
            gateway = release.outcome.rawValue
            gatewayFee = release.fee?.value
            releaseNumber = release.number
        case .consume(let own, let isDone):
            kind = "consume"
            here = own.kind.name(of: own.outcome)
            gateway = own.kind.name(of: isDone ? .done : .refused)
            tradeNumber = own.number.text
        }
    }
}
