/// A release or a consume as the journal's checkpoint keeps it, beside its deposit.
extension FollowUp {
    func pack(into writer: inout StateWriter) {
        switch kind {
        case .release: writer.put("release")
        case .consume(keepsRest: false): writer.put("consume")
        case .consume(keepsRest: true): writer.put("consume-part")
        }
        writer.put(number.text)
        writer.put(fee)
        writer.put(staffID)
        writer.put(approverID)
        writer.put(remark)
        writer.put(startTime)
        writer.put(base)
        writer.put(outcome.rawValue)
        reason.pack(into: &writer)
        writer.put(changeTime)
        writer.put(platformNumber)
        writer.put(restTold) { $0.put($1) }
        writer.put(verdict) { $1.pack(into: &$0) }
        writer.put(tradeState) { $0.put($1) }
        writer.put(logID) { $0.put(Int64($1)) }
        writer.put(closing) { $1.pack(into: &$0) }
        writer.put(isLateSuccess)
        writer.put(record)
        writer.put(totalsBefore) { $1.pack(into: &$0) }
        writer.put(sending) { $1.pack(into: &$0) }
    }

    init(from reader: inout StateReader) throws(StateReader.Unreadable) {
        let kind = try reader.named(Self.kind)
        let number = try reader.number()
        var intent = Intent(fee: try reader.fen(), platform: .wechat, frozen: .zero, base: "")
        intent.staffID = try reader.optionalText()
        intent.approverID = try reader.optionalText()
        intent.remark = try reader.optionalText()
        self.init(intent, kind: kind, number: number, startTime: try reader.time())
        base = try reader.text()
        outcome = try reader.named(Outcome.init(rawValue:))
        reason = try Reason(from: &reader)
        changeTime = try reader.time()
        platformNumber = try reader.optionalText()
        restTold = try reader.optional { reader throws(StateReader.Unreadable) in try reader.fen() }
        verdict = try reader.optional(GatewayVerdict.init(from:))
        tradeState = try reader.optional { reader throws(StateReader.Unreadable) in try reader.int() }
        logID = try reader.optional(Deposit.logID)
        closing = try reader.optional(Deposit.Closing.init(from:))
        isLateSuccess = try reader.flag()
        record = try reader.optionalText()
        totalsBefore = try reader.optional(DepositTotals.read)
        sending = try reader.optional(Deposit.Sending.init(from:))
    }

    private static func kind(_ name: String) -> Kind? {
        switch name {
        case "release": .release
        case "consume": .consume(keepsRest: false)
        case "consume-part": .consume(keepsRest: true)
        default: nil
        }
    }
}
