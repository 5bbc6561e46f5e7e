import FoundationEssentials

@testable import PayEngine
@testable import Persistence

/// Decodes a line's event by Foundation's reader of any JSON and by names taken apart: slow, and what every faster
/// reader has to agree with.
enum JSONDecoderCodec {
    typealias Fields = DepositEventCodec.Fields

    static func decode(_ record: JournalRecord) throws(LineFault) -> DepositEvent? {
        guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(record.line)) else {
            throw .unreadable(line: record.number, detail: "its fields have unexpected types")
        }
        guard fields.areComputable else {
            throw .unreadable(line: record.number, detail: "an amount or a time is beyond all that there can be")
        }
        if record.event == "closed" {
            return .closed(
                staffID: fields.staff, reason: fields.reason ?? "", order: fields.number.flatMap { OrderNumber($0) },
                approval: fields.approval.flatMap { ApprovalBasis(rawValue: $0) })
        }
        guard let dot = record.event.utf8.firstIndex(of: 0x2E) else { return nil }
        let name = String(record.event.utf8.suffix(from: dot).dropFirst()) ?? ""
        guard !name.isEmpty, let kind = kind(String(record.event[..<dot]), fields) else { return nil }
        var number: OrderNumber?
        if kind != .freeze {
            number = fields.number.flatMap { OrderNumber($0) }
            guard number != nil, fields.fee != nil else {
                throw .unreadable(line: record.number, detail: "a release or consume without number or amount")
            }
        }
        guard let step = try step(name, of: kind, fields, record) else { return nil }
        let fee = number.flatMap { _ in fields.fee.map { Fen($0) } }
        return .order(OrderEvent(kind: kind, number: number, fee: fee, step: step))
    }

    private static func kind(_ word: String, _ fields: Fields) -> Order.Kind? {
        switch word {
        case "freeze": .freeze
        case "unfreeze": .release
        case "consume": .consume(keepsRest: fields.rest == "kept")
        default: nil
        }
    }

    private static func step(
        _ name: String, of kind: Order.Kind, _ fields: Fields, _ record: JournalRecord
    ) throws(LineFault) -> OrderEvent.Step? {
        switch name {
        case "intent": return .intended(try intent(of: kind, fields, line: record.number))
        case "again": return .sendingAgain(base: fields.base ?? "")
        default:
            guard let outcome = kind.outcome(named: name) else { return nil }
            var report = OutcomeReport(
                outcome, fields.reason(or: .unexplained(outcome, of: kind)), base: fields.base)
            try fields.fill(&report, keys: record.keys, line: record.number)
            return kind == .freeze ? .reported(report) : .reported(report, left: Fen(fields.left ?? 0))
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
            approverID: fields.approver, approval: fields.approval.flatMap { ApprovalBasis(rawValue: $0) },
            body: fields.body, remark: fields.remark)
        if kind == .freeze {
            intent.maskedCode = fields.code ?? ""
            intent.codeDigest = fields.digest ?? ""
            intent.reference = fields.reference
            intent.expiry = fields.expire.map { Timestamp(seconds: $0) }
            return intent
        }
        guard let frozen = fields.frozen else {
            throw .unreadable(line: line, detail: "an intent without the deposit's amount")
        }
        intent.frozen = Fen(frozen)
        intent.isFromElsewhere = fields.elsewhere ?? false
        intent.totals = try fields.totals(line: line)
        return intent
    }
}
