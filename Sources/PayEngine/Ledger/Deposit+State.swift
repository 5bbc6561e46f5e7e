/// A deposit as the journal's checkpoint keeps it: all of it, in one fixed order.
extension Deposit {
    func pack(into writer: inout StateWriter) {
        writer.put(number.text)
        writer.put(fee)
        writer.put(platform.name)
        writer.put(staffID)
        writer.put(maskedCode)
        writer.put(body)
        writer.put(remark)
        writer.put(reference)
        writer.put(startTime)
        writer.put(base)
        writer.put(outcome.rawValue)
        reason.pack(into: &writer)
        writer.put(changeTime)
        writer.put(platformNumber)
        writer.put(verdict) { $1.pack(into: &$0) }
        writer.put(tradeState) { $0.put($1) }
        writer.put(logID) { $0.put(Int64($1)) }
        writer.put(closing) { $1.pack(into: &$0) }
        writer.put(isLateSuccess)
        writer.put(record)
        writer.put(followUps) { $1.pack(into: &$0) }
        writer.put(totals) { $1.pack(into: &$0) }
        writer.put(expiry) { $0.put($1) }
        writer.put(isFromElsewhere)
        writer.put(isContested)
        writer.put(wasSentAgain)
        writer.put(wasGivenUp)
        writer.put(isOverBySums)
        writer.put(codeDigest)
        writer.put(sending) { $1.pack(into: &$0) }
        writer.put(createTime) { $0.put($1) }
        writer.put(endTime) { $0.put($1) }
    }

    init(from reader: inout StateReader) throws(StateReader.Unreadable) {
        self.init(
            number: try reader.number(), fee: try reader.fen(), platform: try reader.named(PayPlatform.init(name:)),
            staffID: try reader.optionalText(), maskedCode: try reader.text(), body: try reader.text(),
            remark: try reader.optionalText(), reference: try reader.optionalText(), startTime: try reader.time(),
            base: try reader.text())
        outcome = try reader.named(Outcome.init(rawValue:))
        reason = try Reason(from: &reader)
        changeTime = try reader.time()
        platformNumber = try reader.optionalText()
        verdict = try reader.optional(GatewayVerdict.init(from:))
        tradeState = try reader.optional { reader throws(StateReader.Unreadable) in try reader.int() }
        logID = try reader.optional(Self.logID)
        closing = try reader.optional(Closing.init(from:))
        isLateSuccess = try reader.flag()
        record = try reader.optionalText()
        followUps = try reader.list(FollowUp.init(from:))
        totals = try reader.optional(DepositTotals.read)
        expiry = try reader.optional { reader throws(StateReader.Unreadable) in try reader.time() }
        isFromElsewhere = try reader.flag()
        isContested = try reader.flag()
        wasSentAgain = try reader.flag()
        wasGivenUp = try reader.flag()
        isOverBySums = try reader.flag()
        codeDigest = try reader.optionalText()
        sending = try reader.optional(Sending.init(from:))
        createTime = try reader.optional { reader throws(StateReader.Unreadable) in try reader.time() }
        endTime = try reader.optional { reader throws(StateReader.Unreadable) in try reader.time() }
    }

    static func logID(_ reader: inout StateReader) throws(StateReader.Unreadable) -> UInt32 {
        guard let logID = UInt32(exactly: try reader.integer()) else { throw StateReader.Unreadable() }
        return logID
    }
}

extension Deposit.Closing {
    func pack(into writer: inout StateWriter) {
        writer.put(staffID)
        writer.put(reason)
        writer.put(time)
    }

    init(from reader: inout StateReader) throws(StateReader.Unreadable) {
        self.init(staffID: try reader.optionalText(), reason: try reader.text(), time: try reader.time())
    }
}

extension Deposit.Sending {
    func pack(into writer: inout StateWriter) {
        let (seconds, attoseconds) = uptime.components
        writer.put(seconds)
        writer.put(attoseconds)
        writer.put(boot)
    }

    init(from reader: inout StateReader) throws(StateReader.Unreadable) {
        let uptime = Duration(
            secondsComponent: try reader.integer(), attosecondsComponent: try reader.integer())
        self.init(uptime: uptime, boot: try reader.text())
    }
}

extension DepositTotals {
    func pack(into writer: inout StateWriter) {
        writer.put(frozen)
        for sum in [sums.consumed, sums.releasedByHand, sums.releasedByItself, sums.refunded] {
            writer.put(sum) { $0.put($1) }
        }
    }

    static func read(_ reader: inout StateReader) throws(StateReader.Unreadable) -> DepositTotals {
        let frozen = try reader.fen()
        let sums = DepositSums(
            consumed: try sum(&reader), releasedByHand: try sum(&reader), releasedByItself: try sum(&reader),
            refunded: try sum(&reader))
        guard let totals = DepositTotals(frozen: frozen, sums: sums) else { throw StateReader.Unreadable() }
        return totals
    }

    private static func sum(_ reader: inout StateReader) throws(StateReader.Unreadable) -> Fen? {
        try reader.optional { reader throws(StateReader.Unreadable) in try reader.fen() }
    }
}
