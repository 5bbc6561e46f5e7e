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
            (self.here, self.gateway) = (here.rawValue, gateway.rawValue)
        case .amount(let here, let gateway):
            kind = "amount"
            (hereFee, gatewayFee) = (here.value, gateway.value)
        case .left(let here, let gateway):
            kind = "left"
            (hereFee, gatewayFee) = (here.value, gateway.value)
        case .consumed(let here, let gateway):
            kind = "consumed"
            (hereFee, gatewayFee) = (here.value, gateway.value)
        case .release(let followUp, let told):
            kind = "release"
            (here, gateway) = (followUp.kind.name(of: followUp.outcome), told.rawValue)
            releaseNumber = followUp.number.text
        case .unknownRelease(let release):
            kind = "unknown_release"
            gateway = release.outcome.rawValue
            gatewayFee = release.fee?.value
            releaseNumber = release.number
        case .consume(let followUp, let isDone):
            kind = "consume"
            here = followUp.kind.name(of: followUp.outcome)
            gateway = followUp.kind.name(of: isDone ? .done : .refused)
            tradeNumber = followUp.number.text
        }
    }
}
