import Persistence

/// Deposits' events as the journal's event fields, and back.
enum DepositEventCodec {
    static func encode(_ event: DepositEvent) -> [UInt8] {
        WireJSON.encode(Fields(event))
    }

    /// Returns further names by which the order can be found from this event on (`k`).
    static func keys(of event: DepositEvent) -> [String] {
        guard case .order(let event) = event else { return [] }
        let name: String? =
            switch event.step {
            case .intended: event.number?.text
            case .reported(let report, _): report.platformNumber
            case .sendingAgain: nil
            }
        return name.map { [$0] } ?? []
    }

    /// Returns the event of a line; nil when the line's event is of a kind that this version does not know.
    static func decode(_ record: JournalRecord) throws(LineFault) -> DepositEvent? {
        var texts = TextPool()
        return try decode(record, &texts)
    }

    /// Decodes one line of many; `texts` keeps what they repeat.
    static func decode(_ record: JournalRecord, _ texts: inout TextPool) throws(LineFault) -> DepositEvent? {
        try event(of: record, Fields.read(record.line, &texts))
    }

    /// Makes the event of a line; `fields` is nil where they can't be read.
    static func event(of record: JournalRecord, _ fields: Fields?) throws(LineFault) -> DepositEvent? {
        guard let fields else {
            throw .unreadable(line: record.number, detail: "its fields have unexpected types")
        }
        guard fields.areComputable else {
            throw .unreadable(line: record.number, detail: "an amount or a time is beyond all that there can be")
        }
        switch EventMeaning(record.event) {
        case nil: return nil
        case .closed:
            return .closed(
                staffID: fields.staff, reason: fields.reason ?? "", order: fields.number.flatMap { OrderNumber($0) },
                approval: fields.basis)
        case .order(var kind, let step):
            var number: OrderNumber?
            switch kind {
            case .freeze: break
            case .consume:
                kind = .consume(keepsRest: fields.rest == Fields.kept)
                number = try ownNumber(fields, line: record.number)
            case .release: number = try ownNumber(fields, line: record.number)
            }
            guard let step = try step.map({ step throws(LineFault) in try event(step, of: kind, fields, record) })
            else { return nil }
            // The freeze's amount is in its intent only.
            let fee = number.flatMap { _ in fields.fee.map { Fen($0) } }
            return .order(OrderEvent(kind: kind, number: number, fee: fee, step: step))
        }
    }

    private static func ownNumber(_ fields: Fields, line: Int64) throws(LineFault) -> OrderNumber {
        guard let number = fields.number.flatMap({ OrderNumber($0) }), fields.fee != nil else {
            throw .unreadable(line: line, detail: "a release or consume without number or amount")
        }
        return number
    }

    private static func event(
        _ step: EventMeaning.Step, of kind: Order.Kind, _ fields: Fields, _ record: JournalRecord
    ) throws(LineFault) -> OrderEvent.Step {
        switch step {
        case .intended: return .intended(try intent(of: kind, fields, line: record.number))
        case .sendingAgain: return .sendingAgain(base: fields.base ?? "")
        case .reported(let outcome):
            var report = OutcomeReport(
                outcome, fields.reason(or: .unexplained(outcome, of: kind)), base: fields.base)
            try fields.fill(&report, keys: record.keys, line: record.number)
            switch kind {
            case .freeze: return .reported(report)
            case .release, .consume: return .reported(report, left: Fen(fields.left ?? 0))
            }
        }
    }

    private static func intent(
        of kind: Order.Kind, _ fields: Fields, line: Int64
    ) throws(LineFault) -> Order.Intent {
        guard let fee = fields.fee, let platform = fields.platform.flatMap(PayPlatform.init(name:)) else {
            throw .unreadable(line: line, detail: "an intent without amount or platform")
        }
        var intent = Order.Intent(
            fee: Fen(fee), platform: platform, base: fields.base ?? "", staffID: fields.staff,
            approverID: fields.approver, approval: fields.basis, body: fields.body, remark: fields.remark)
        switch kind {
        case .freeze:
            intent.maskedCode = fields.code ?? ""
            intent.codeDigest = fields.digest ?? ""
            intent.reference = fields.reference
            intent.expiry = fields.expire.map { Timestamp(seconds: $0) }
        case .release, .consume:
            guard let frozen = fields.frozen else {
                throw .unreadable(line: line, detail: "an intent without the deposit's amount")
            }
            intent.frozen = Fen(frozen)
            intent.isFromElsewhere = fields.elsewhere ?? false
            intent.totals = try fields.totals(line: line)
        }
        return intent
    }
}

/// What is wrong with a line that is intact.
enum LineFault: Error, Equatable {
    /// Its fields can't be read.
    case unreadable(line: Int64, detail: String)
    /// By it more was released and consumed than was frozen.
    case impossible(line: Int64)
}
