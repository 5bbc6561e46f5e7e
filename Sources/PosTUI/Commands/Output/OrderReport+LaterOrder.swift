import PayEngine

extension OrderReport {
    /// Any order as the journal knows it.
    init(_ order: DepositOrder) {
        self.init(order.deposit)
        if order.kind == .freeze { return }
        outcome = order.outcomeName
        tradeState = order.tradeState
        status = order.verdict?.status
        internalStatus = order.verdict?.internalStatus
        description = order.verdict?.text
        logID = order.logID
        staffID = order.staffID
        approverID = order.approverID
        createTime = order.startTime.seconds
        reason = order.reason.name
        base = order.base
        record = order.record
        closed = order.closing.map {
            Closing(staffID: $0.staffID, reason: $0.reason, time: $0.time.seconds)
        }
        switch order.kind {
        case .freeze: break
        case .release:
            releaseNumber = order.number.text
            releaseFee = order.fee.value
        case .consume:
            tradeNumber = order.number.text
            tradeFee = order.fee.value
            restReleased = order.restReleased?.value
            transactionID = order.platformNumber
        }
    }

    /// Any order that was just made.
    init(made order: DepositOrder) {
        if order.kind == .freeze {
            self.init(made: order.deposit)
            return
        }
        self.init(order)
        source = order.verdict == nil ? LookUp.Source.journal.rawValue : LookUp.Source.gateway.rawValue
    }
}
