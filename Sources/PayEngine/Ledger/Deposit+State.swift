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
