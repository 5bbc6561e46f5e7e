import PayEngine

extension OrderReport {
    /// An order as the journal knows it.
    init(_ deposit: Deposit) {
        self.init()
        outcome = deposit.freeze.outcomeName
        number = deposit.number.text
        fee = deposit.fee.value
        feeType = "CNY"
        platform = deposit.platform.rawValue
        tradeState = deposit.tradeState
        createTime = (deposit.createTime ?? deposit.startTime).seconds
        endTime = deposit.endTime?.seconds
        status = deposit.verdict?.status
        internalStatus = deposit.verdict?.internalStatus
        description = deposit.verdict?.text
        logID = deposit.logID
        freezeID = deposit.platformNumber
        authorCode = deposit.maskedCode.isEmpty ? nil : deposit.maskedCode
        staffID = deposit.staffID
        reference = deposit.reference
        reason = deposit.reason.name
        base = deposit.base
        source = LookUp.Source.journal.rawValue
        record = deposit.record
        closed = deposit.closing.map {
            Closing(staffID: $0.staffID, reason: $0.reason, time: $0.time.seconds)
        }
        fill(deposit.knownMoney)
        if deposit.outcome == .over { left = 0 }
    }

    /// An order that was just frozen, or tried to.
    init(made deposit: Deposit) {
        self.init(deposit)
        source = deposit.verdict == nil ? LookUp.Source.journal.rawValue : LookUp.Source.gateway.rawValue
        if deposit.outcome == .done {
            // The table of meanings calls no order frozen that is still being worked on.
            isTransforming = false
        }
    }

    /// Nil: nothing is known.
    mutating func fill(_ money: DepositMoney?) {
        consumed = money?.consumed.value
        released = money?.released.value
        left = money?.left.value
    }
}
