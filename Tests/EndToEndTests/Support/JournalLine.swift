import FoundationEssentials
import Persistence

/// One line of a journal as the tests compare it. Read by the reader that never sees a line that is not durable.
struct JournalLine: Equatable, Sendable, CustomStringConvertible {
    /// `o`
    let order: String
    /// `e`
    let event: String
    /// `why` of an outcome.
    let why: String?
    /// First half of `h`, as the commands print it.
    let record: String

    /// `intent`, `again`, `unknown(no_answer)`, `closed`
    var description: String {
        let short = event.hasPrefix("freeze.") ? String(event.dropFirst("freeze.".count)) : event
        return short + (why.map { "(\($0))" } ?? "")
    }

    private struct Fields: Decodable {
        let why: String?
    }

    static func all(in directory: String) throws -> [JournalLine] {
        var lines: [JournalLine] = []
        _ = try JournalReader.read(directory: directory) { record in
            let fields = try JSONDecoder().decode(Fields.self, from: Data(record.line))
            lines.append(
                JournalLine(
                    order: record.order ?? "", event: record.event, why: fields.why,
                    record: String(record.digest.prefix(16))))
        }
        return lines
    }

    static func of(_ order: String, in directory: String) throws -> [JournalLine] {
        try all(in: directory).filter { $0.order == order }
    }
}
