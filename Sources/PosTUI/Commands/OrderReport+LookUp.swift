import PayEngine

extension OrderReport {
    /// An order as it was looked up: the gateway's words where there are any, else the journal's.
    init(_ lookUp: LookUp) {
        if let local = lookUp.local { self.init(local) } else { self.init() }
        outcome = lookUp.outcome?.rawValue
        number = lookUp.order?.number ?? lookUp.local?.number.text ?? lookUp.number
        source = lookUp.source.rawValue
        base = lookUp.base ?? base
        status = lookUp.verdict?.status ?? status
        internalStatus = lookUp.verdict?.internalStatus ?? internalStatus
        description = lookUp.verdict?.text ?? description
        logID = lookUp.logID ?? logID
        if let order = lookUp.order { take(order) }
        let differences = lookUp.differences
        self.differences = differences.isEmpty ? nil : differences.map(DifferenceReport.init)
        // The journal's sums are none of the gateway's.
        if lookUp.source == .gateway { take(nil as DepositMoney?) }
        guard let totals = lookUp.totals else { return }
        consumed = totals.consumed.value
        released = totals.released.value
        left = totals.left.value
    }

    private mutating func take(_ order: FreezeOrder) {
        fee = order.fee?.value ?? fee
        feeType = "CNY"
        platform = order.platform.rawValue
        tradeState = order.tradeState
        isTransforming = order.isTransforming
        createTime = order.createTime?.seconds ?? createTime
        freezeID = order.freezeID ?? freezeID
        authorCode = order.maskedCode ?? authorCode
    }
}
