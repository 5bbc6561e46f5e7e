import FoundationEssentials
import Persistence

/// Deposits' events as the journal's event fields, and back.
enum DepositEventCodec {
    /// The fields of a line, by the names they have there.
    struct Fields: Codable, Equatable {
        var fee: Int64?
        var platform: String?
        var base: String?
        var staff: String?
        var code: String?
        var digest: String?
        var body: String?
        var remark: String?
        var reference: String?
        var why: String?
        var text: String?
        var description: String?
        var state: Int?
        var status: Int?
        var internalStatus: Int?
        var logID: UInt32?
        var reason: String?

        enum CodingKeys: String, CodingKey {
            case fee, platform, base, staff, code, digest, body, remark, reference, why, text, description, state,
                status
            case reason
            case internalStatus = "internal_status"
            case logID = "log_id"
        }
    }

    static func encode(_ event: DepositEvent) -> [UInt8] {
        WireJSON.encode(fields(of: event))
    }

    /// Further names by which the order can be found from this event on (`k`).
    static func keys(of event: DepositEvent) -> [String] {
        guard case .told(let telling) = event, let freezeID = telling.freezeID else { return [] }
        return [freezeID]
    }

    /// The event of a line; nil when the line's event is of a kind that this version does not know.
    static func decode(_ record: JournalRecord) throws(DepositBookError) -> DepositEvent? {
        guard let fields = WireJSON.decode(Fields.self, from: record.line) else {
            throw .unreadable(line: record.number, detail: "its fields have unexpected types")
        }
        let parts = record.event.split(separator: ".", maxSplits: 1)
        if record.event == "closed" {
            return .closed(staffID: fields.staff, reason: fields.reason ?? "")
        }
        guard parts.count == 2, parts[0] == "freeze" else { return nil }
        switch parts[1] {
        case "intent": return .intended(try intent(fields, line: record.number))
        case "again": return .sendingAgain(base: fields.base ?? "")
        default: return Outcome(rawValue: String(parts[1])).map { .told(telling($0, fields, keys: record.keys)) }
        }
    }

    private static func fields(of event: DepositEvent) -> Fields {
        var fields = Fields()
        switch event {
        case .intended(let intent):
            fields.fee = intent.fee.value
            fields.platform = intent.platform.name
            fields.base = intent.base
            fields.staff = intent.staffID
            fields.code = intent.maskedCode
            fields.digest = intent.codeDigest
            fields.body = intent.body
            fields.remark = intent.remark
            fields.reference = intent.reference
        case .sendingAgain(let base):
            fields.base = base
        case .told(let telling):
            fields.base = telling.base
            fields.state = telling.tradeState
            fields.logID = telling.logID
            let reason = ReasonCode(telling.reason)
            fields.why = reason.name
            fields.text = reason.text
            fields.status = telling.verdict?.status
            fields.internalStatus = telling.verdict?.internalStatus
            fields.description = telling.verdict?.text
        case .closed(let staffID, let reason):
            fields.staff = staffID
            fields.reason = reason
        }
        return fields
    }

    private static func intent(_ fields: Fields, line: Int64) throws(DepositBookError) -> DepositEvent.Intent {
        guard let fee = fields.fee, let platform = fields.platform.flatMap(PayPlatform.init(name:)) else {
            throw .unreadable(line: line, detail: "an intent without amount or platform")
        }
        return DepositEvent.Intent(
            fee: Fen(fee), platform: platform, base: fields.base ?? "", staffID: fields.staff,
            maskedCode: fields.code ?? "", codeDigest: fields.digest ?? "", body: fields.body ?? "",
            remark: fields.remark, reference: fields.reference)
    }

    private static func telling(_ outcome: Outcome, _ fields: Fields, keys: [String]) -> DepositEvent.Telling {
        var verdict: GatewayVerdict?
        if let status = fields.status {
            verdict = GatewayVerdict(status: status, internalStatus: fields.internalStatus, text: fields.description)
        }
        let code = ReasonCode(name: fields.why ?? "", text: fields.text, verdict: verdict, tradeState: fields.state)
        var telling = DepositEvent.Telling(outcome, code.reason ?? Reason.unexplained(outcome), base: fields.base)
        telling.verdict = verdict
        telling.tradeState = fields.state
        telling.freezeID = keys.first
        telling.logID = fields.logID
        return telling
    }
}
