import Persistence

/// Deposits' events as the journal's event fields, and back.
enum DepositEventCodec {
    static func encode(_ event: DepositEvent) -> [UInt8] {
        WireJSON.encode(fields(of: event))
    }

    /// Further names by which the order can be found from this event on (`k`).
    static func keys(of event: DepositEvent) -> [String] {
        switch event {
        case .told(let telling): return telling.platformNumber.map { [$0] } ?? []
        case .followUp(let event):
            switch event.step {
            case .intended: return [event.number.text]
            case .told(let telling, _): return telling.platformNumber.map { [$0] } ?? []
            case .sendingAgain: return []
            }
        case .intended, .sendingAgain, .closed: return []
        }
    }

    /// The event of a line; nil when the line's event is of a kind that this version does not know.
    static func decode(_ record: JournalRecord) throws(LineFault) -> DepositEvent? {
        guard let fields = WireJSON.decode(Fields.self, from: record.line) else {
            throw .unreadable(line: record.number, detail: "its fields have unexpected types")
        }
        let parts = record.event.split(separator: ".", maxSplits: 1).map(String.init)
        if record.event == "closed" {
            return .closed(
                staffID: fields.staff, reason: fields.reason ?? "", followUp: fields.number.flatMap { OrderNumber($0) })
        }
        guard parts.count == 2 else { return nil }
        let kind: FollowUp.Kind
        switch parts[0] {
        case "freeze": return try freeze(parts[1], fields, record)
        case "unfreeze": kind = .release
        case "consume": kind = .consume(keepsRest: fields.rest == Fields.kept)
        default: return nil
        }
        return try followUp(kind, parts[1], fields, record).map(DepositEvent.followUp)
    }

    private static func freeze(
        _ name: String, _ fields: Fields, _ record: JournalRecord
    ) throws(LineFault) -> DepositEvent? {
        switch name {
        case "intent": return .intended(try intent(fields, line: record.number))
        case "again": return .sendingAgain(base: fields.base ?? "")
        default:
            guard let outcome = Outcome(rawValue: name) else { return nil }
            return .told(try telling(outcome, fields, record))
        }
    }

    private static func fields(of event: DepositEvent) -> Fields {
        switch event {
        case .intended(let intent): return Fields(intent)
        case .sendingAgain(let base):
            var fields = Fields()
            fields.base = base
            return fields
        case .told(let telling):
            var fields = Fields(telling)
            fields.totals(telling.totals)
            fields.left = telling.totals?.left.value
            return fields
        case .followUp(let event): return Fields(event)
        case .closed(let staffID, let reason, let followUp):
            var fields = Fields()
            fields.staff = staffID
            fields.reason = reason
            fields.number = followUp?.text
            return fields
        }
    }

    private static func intent(_ fields: Fields, line: Int64) throws(LineFault) -> DepositEvent.Intent {
        guard let fee = fields.fee, let platform = fields.platform.flatMap(PayPlatform.init(name:)) else {
            throw .unreadable(line: line, detail: "an intent without amount or platform")
        }
        return DepositEvent.Intent(
            fee: Fen(fee), platform: platform, base: fields.base ?? "", staffID: fields.staff,
            maskedCode: fields.code ?? "", codeDigest: fields.digest ?? "", body: fields.body ?? "",
            remark: fields.remark, reference: fields.reference,
            expiry: fields.expire.map { Timestamp(seconds: $0) })
    }

    private static func telling(
        _ outcome: Outcome, _ fields: Fields, _ record: JournalRecord
    ) throws(LineFault) -> DepositEvent.Telling {
        let unexplained = Reason.unexplained(outcome)
        var telling = DepositEvent.Telling(outcome, fields.reason(or: unexplained), base: fields.base)
        fields.fill(&telling, keys: record.keys)
        telling.totals = try fields.totals(line: record.number)
        return telling
    }
}

extension DepositEventCodec {
    private static func followUp(
        _ kind: FollowUp.Kind, _ name: String, _ fields: Fields, _ record: JournalRecord
    ) throws(LineFault) -> FollowUpEvent? {
        guard let number = fields.number.flatMap({ OrderNumber($0) }), let fee = fields.fee else {
            throw .unreadable(line: record.number, detail: "a release or consume without number or amount")
        }
        let step: FollowUpEvent.Step
        switch name {
        case "intent":
            guard let frozen = fields.frozen, let platform = fields.platform.flatMap(PayPlatform.init(name:)) else {
                throw .unreadable(line: record.number, detail: "an intent without the deposit's amount or platform")
            }
            step = .intended(
                FollowUp.Intent(
                    fee: Fen(fee), platform: platform, frozen: Fen(frozen), isFromElsewhere: fields.elsewhere ?? false,
                    base: fields.base ?? "",
                    staffID: fields.staff, approverID: fields.approver, body: fields.body, remark: fields.remark,
                    totals: try fields.totals(line: record.number)))
        case "again": step = .sendingAgain(base: fields.base ?? "")
        default:
            guard let outcome = kind.outcome(named: name) else { return nil }
            let unexplained = Reason.unexplained(outcome)
            var telling = Telling(outcome, fields.reason(or: unexplained), base: fields.base)
            fields.fill(&telling, keys: record.keys)
            step = .told(telling, left: Fen(fields.left ?? 0))
        }
        return FollowUpEvent(kind: kind, number: number, fee: Fen(fee), step: step)
    }
}
