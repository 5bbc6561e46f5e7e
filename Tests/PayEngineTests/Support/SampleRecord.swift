@testable import PayEngine
@testable import Persistence

/// Lines of the journal as it hands them back, without a file.
enum SampleRecord {
    static func made(_ event: DepositEvent, number: Int64 = 2, uptime: Duration = .zero) -> JournalRecord {
        made(
            event: event.name, String(decoding: DepositEventCodec.encode(event), as: UTF8.self),
            keys: DepositEventCodec.keys(of: event), number: number, uptime: uptime)
    }

    /// Makes a line; `fields` are the event's own members as a JSON object.
    static func made(
        event: String, _ fields: String, keys: [String] = [], number: Int64 = 2, uptime: Duration = .zero,
        order: String? = SampleTill.number.text
    ) -> JournalRecord {
        let head = "{\"n\":\(number),\"e\":\"\(event)\",\"t\":\"2026-11-21T05:38:07.000Z\",\"m\":1,\"b\":\"boot\""
        let own = fields == "{}" ? "" : ",\(fields.dropFirst().dropLast())"
        let line = fields.hasPrefix("{") ? "\(head)\(own),\"h\":\"00\",\"c\":\"00\"}" : fields
        let (seconds, attoseconds) = uptime.components
        return JournalRecord(
            number: number, event: event, order: order, keys: keys, milliseconds: 1_795_239_487_000 + number,
            monotonic: seconds * 1_000_000_000 + attoseconds / 1_000_000_000, boot: "boot",
            digest: String(repeating: "0123456789abcdef", count: 2), line: Array(line.utf8))
    }
}
