import PayEngine

extension OrderReport {
    /// Any order as the journal knows it.
    init(_ order: TillOrder) {
        self.init(order.deposit)
        guard let followUp = order.followUp else { return }
        outcome = order.outcomeName
        tradeState = followUp.tradeState
        status = followUp.verdict?.status
        internalStatus = followUp.verdict?.internalStatus
        description = followUp.verdict?.text
        logID = followUp.logID
        staffID = followUp.staffID
        approverID = followUp.approverID
        createTime = followUp.startTime.seconds
        reason = followUp.reason.name
        base = followUp.base
        record = followUp.record
        closed = followUp.closing.map {
            Closing(staffID: $0.staffID, reason: $0.reason, time: $0.time.seconds)
        }
        switch followUp.kind {
        case .release:
            releaseNumber = followUp.number.text
            releaseFee = followUp.fee.value
        case .consume:
            tradeNumber = followUp.number.text
            tradeFee = followUp.fee.value
            restReleased = followUp.restReleased?.value
            transactionID = followUp.platformNumber
        }
    }

    /// Any order that was just made.
    init(made order: TillOrder) {
        guard let followUp = order.followUp else {
            self.init(made: order.deposit)
            return
        }
        self.init(order)
        source = followUp.verdict == nil ? LookUp.Source.journal.rawValue : LookUp.Source.gateway.rawValue
    }
}
