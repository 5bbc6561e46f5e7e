/// A deposit as the journal's checkpoint keeps it: all of it, in one fixed order.
extension Deposit {
    func pack(into writer: inout CheckpointEncoder) {
        freeze.pack(into: &writer)
        writer.put(laterOrders) { $1.pack(into: &$0) }
        writer.put(maskedCode)
        writer.put(body)
        writer.put(reference)
        writer.put(createTime) { $0.put($1) }
        writer.put(endTime) { $0.put($1) }
        writer.put(totals) { $1.pack(into: &$0) }
        writer.put(isFromElsewhere)
        writer.put(codeDigest)
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        let freeze = try Order(from: &reader)
        guard freeze.kind == .freeze else { throw CheckpointDecoder.Unreadable() }
        let laterOrders = try reader.list(Order.init(from:))
        self.init(
            freeze: freeze, maskedCode: try reader.text(), body: try reader.text(),
            reference: try reader.optionalText())
        self.laterOrders = laterOrders
        createTime = try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.time() }
        endTime = try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.time() }
        totals = try reader.optional(DepositTotals.read)
        isFromElsewhere = try reader.flag()
        codeDigest = try reader.optionalText()
    }
}

extension OrderStatus.Closing {
    func pack(into writer: inout CheckpointEncoder) {
        writer.put(staffID)
        writer.put(reason)
        writer.put(time)
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        self.init(staffID: try reader.optionalText(), reason: try reader.text(), time: try reader.time())
    }
}

extension OrderStatus.Sending {
    func pack(into writer: inout CheckpointEncoder) {
        let (seconds, attoseconds) = uptime.components
        writer.put(seconds)
        writer.put(attoseconds)
        writer.put(boot)
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        let uptime = Duration(
            secondsComponent: try reader.integer(), attosecondsComponent: try reader.integer())
        self.init(uptime: uptime, boot: try reader.text())
    }
}

extension DepositTotals {
    func pack(into writer: inout CheckpointEncoder) {
        writer.put(frozen)
        for sum in [sums.consumed, sums.releasedByHand, sums.releasedByItself, sums.refunded] {
            writer.put(sum) { $0.put($1) }
        }
    }

    static func read(_ reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) -> DepositTotals {
        let frozen = try reader.fen()
        let sums = DepositSums(
            consumed: try sum(&reader), releasedByHand: try sum(&reader), releasedByItself: try sum(&reader),
            refunded: try sum(&reader))
        guard let totals = DepositTotals(frozen: frozen, sums: sums) else { throw CheckpointDecoder.Unreadable() }
        return totals
    }

    private static func sum(_ reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) -> Fen? {
        try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.fen() }
    }
}

/// An order as the journal's checkpoint keeps it: all of it, in one fixed order.
extension Order {
    func pack(into writer: inout CheckpointEncoder) {
        switch kind {
        case .freeze: writer.put("freeze")
        case .release: writer.put("release")
        case .consume(keepsRest: false): writer.put("consume")
        case .consume(keepsRest: true): writer.put("consume-part")
        }
        writer.put(number.text)
        writer.put(fee)
        writer.put(platform.name)
        writer.put(staffID)
        writer.put(approverID)
        writer.put(remark)
        writer.put(startTime)
        writer.put(expiry) { $0.put($1) }
        writer.put(totalsBefore) { $1.pack(into: &$0) }
        status.pack(of: kind, into: &writer)
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        let kind = try reader.named(Self.kind)
        let number = try reader.number()
        var intent = Intent(
            fee: try reader.fen(), platform: try reader.named(PayPlatform.init(name:)), base: "",
            staffID: try reader.optionalText(), approverID: try reader.optionalText(),
            remark: try reader.optionalText())
        let startTime = try reader.time()
        intent.expiry = try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.time() }
        intent.totals = try reader.optional(DepositTotals.read)
        self.init(intent, kind: kind, number: number, startTime: startTime)
        status = try OrderStatus(of: kind, from: &reader)
    }

    private static func kind(_ name: String) -> Kind? {
        switch name {
        case "freeze": .freeze
        case "release": .release
        case "consume": .consume(keepsRest: false)
        case "consume-part": .consume(keepsRest: true)
        default: nil
        }
    }
}

extension OrderStatus {
    fileprivate func pack(of kind: Order.Kind, into writer: inout CheckpointEncoder) {
        writer.put(base)
        writer.put(changeTime)
        writer.put(kind.name(of: outcome))
        reason.pack(into: &writer)
        writer.put(platformNumber)
        writer.put(restTold) { $0.put($1) }
        writer.put(verdict) { $1.pack(into: &$0) }
        writer.put(tradeState) { $0.put($1) }
        writer.put(logID) { $0.put(Int64($1)) }
        writer.put(closing) { $1.pack(into: &$0) }
        writer.put(isLateSuccess)
        writer.put(record)
        writer.put(isContested)
        writer.put(wasSentAgain)
        writer.put(wasGivenUp)
        writer.put(isOverBySums)
        writer.put(sending) { $1.pack(into: &$0) }
    }

    fileprivate init(of kind: Order.Kind, from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        self.init(base: try reader.text(), time: try reader.time())
        outcome = try reader.named(kind.outcome(named:))
        reason = try Reason(from: &reader)
        platformNumber = try reader.optionalText()
        restTold = try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.fen() }
        verdict = try reader.optional(GatewayVerdict.init(from:))
        tradeState = try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.int() }
        logID = try reader.optional(Self.logID)
        closing = try reader.optional(Closing.init(from:))
        isLateSuccess = try reader.flag()
        record = try reader.optionalText()
        isContested = try reader.flag()
        wasSentAgain = try reader.flag()
        wasGivenUp = try reader.flag()
        isOverBySums = try reader.flag()
        sending = try reader.optional(Sending.init(from:))
    }

    private static func logID(_ reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) -> UInt32 {
        guard let logID = UInt32(exactly: try reader.integer()) else { throw CheckpointDecoder.Unreadable() }
        return logID
    }
}

/// A reason as the journal's checkpoint keeps it: by the name that it has in lines.
extension Reason {
    func pack(into writer: inout CheckpointEncoder) {
        let code = ReasonCode(self)
        writer.put(code.name)
        writer.put(code.text)
        writer.put(code.verdict) { $1.pack(into: &$0) }
        writer.put(code.tradeState) { $0.put($1) }
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        let code = ReasonCode(
            name: try reader.text(), text: try reader.optionalText(),
            verdict: try reader.optional(GatewayVerdict.init(from:)),
            tradeState: try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.int() })
        guard let reason = code.reason else { throw CheckpointDecoder.Unreadable() }
        self = reason
    }
}

extension GatewayVerdict {
    func pack(into writer: inout CheckpointEncoder) {
        writer.put(status)
        writer.put(internalStatus) { $0.put($1) }
        writer.put(text)
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        self.init(
            status: try reader.int(),
            internalStatus: try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.int() },
            text: try reader.optionalText())
    }
}
