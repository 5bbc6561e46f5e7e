import PayEngine

extension OrderReport {
    /// An order as it was looked up: the gateway's words where there are any, else the journal's.
    init(_ lookUp: LookUp) {
        if let local = lookUp.local { self.init(local) } else { self.init() }
        outcome = lookUp.outcome.map { Order.Kind.freeze.name(of: $0) }
        number = lookUp.order?.number ?? lookUp.local?.number.text ?? lookUp.number
        source = lookUp.source.rawValue
        base = lookUp.base ?? base
        status = lookUp.verdict?.status ?? status
        internalStatus = lookUp.verdict?.internalStatus ?? internalStatus
        description = lookUp.verdict?.text ?? description
        logID = lookUp.logID ?? logID
        if let order = lookUp.order { fill(order) }
        if lookUp.isLateSuccess { isLateSuccess = true }
        if let told = lookUp.gatewayOutcome, told == lookUp.outcome { separate(lookUp, told) }
        let differences = lookUp.differences
        self.differences = differences.isEmpty ? nil : differences.map(DifferenceReport.init)
        // The journal's sums are none of the gateway's.
        if lookUp.source == .gateway { fill(nil as DepositMoney?) }
        guard let totals = lookUp.totals else { return }
        consumed = totals.consumed.value
        released = totals.released.value
        if totals.releasedByItself > .zero { releasedByItself = totals.releasedByItself.value }
        left = totals.left.value
    }

    /// The gateway's word has its own reason; what the journal holds stands apart from it.
    private mutating func separate(_ lookUp: LookUp, _ told: Outcome) {
        guard let local = lookUp.local, local.outcome != told else { return }
        journal = JournalReport(
            outcome: local.freeze.outcomeName, reason: local.reason.name, tradeState: local.tradeState,
            record: local.record, closed: closed)
        reason = lookUp.gatewayReason?.name
        record = nil
        closed = nil
    }

    private mutating func fill(_ order: FreezeOrder) {
        fee = order.fee?.value ?? fee
        feeType = "CNY"
        platform = order.platform.rawValue
        tradeState = order.tradeState
        isTransforming = order.isTransforming
        createTime = order.createTime?.seconds ?? createTime
        endTime = order.endTime?.seconds ?? endTime
        cashFee = order.cashFee?.value
        settlementFee = order.settlementFee?.value
        bankType = order.bankType
        refunded = order.refunded?.value
        deviceID = order.deviceID
        staffID = staffID ?? order.staffID
        freezeID = order.freezeID ?? freezeID
        authorCode = order.maskedCode ?? authorCode
    }
}
