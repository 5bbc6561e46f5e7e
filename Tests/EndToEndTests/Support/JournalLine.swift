import FoundationEssentials

/// One line of a journal as the tests compare it.
///
/// They read the files themselves, up to the durable end that the file `lock` tells: a witness must not share its
/// mistakes with what it watches.
struct JournalLine: Equatable, Sendable, CustomStringConvertible {
    /// The order, `o` of the line.
    let order: String
    /// The event, `e` of the line.
    let event: String
    /// `number` of a release or consume.
    let number: String?
    /// `why` of an outcome.
    let why: String?
    /// `state` of an outcome: the platform's own number.
    let state: Int?
    /// First half of `h`, as the commands print it.
    let record: String

    /// The line in short: `intent`, `again`, `unknown(no_answer)`, `closed`.
    var description: String {
        let short = event.hasPrefix("freeze.") ? String(event.dropFirst("freeze.".count)) : event
        return short + (why.map { "(\($0))" } ?? "")
    }

    private struct Fields: Decodable {
        let e: String
        let o: String?
        let number: String?
        let why: String?
        let state: Int?
        let h: String
    }

    struct Unreadable: Error {
        let line: String
    }

    /// Headers of segments left out.
    static func all(in directory: String, skipsUnreadable: Bool = false) throws -> [JournalLine] {
        let end = durableEnd(in: directory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        var lines: [JournalLine] = []
        for name in names.sorted() where name.hasPrefix("segment-") && name.hasSuffix(".jsonl") {
            let ordinal = Int(name.dropFirst("segment-".count).dropLast(".jsonl".count)) ?? 0
            guard let data = FileManager.default.contents(atPath: directory + "/" + name) else { continue }
            var bytes = data[...]
            if let end, end.segment < ordinal { continue }
            if let end, end.segment == ordinal { bytes = data.prefix(end.length) }
            // What fills a segment ahead is line ends.
            while let mark = bytes.firstIndex(of: 0x0A), bytes.startIndex < mark {
                let line = bytes[..<mark]
                bytes = bytes[(mark + 1)...]
                guard let fields = try? JSONDecoder().decode(Fields.self, from: line) else {
                    // Where a test damaged a line on purpose the others still count.
                    guard skipsUnreadable else { throw Unreadable(line: String(decoding: line, as: UTF8.self)) }
                    continue
                }
                guard fields.e != "segment" else { continue }
                lines.append(
                    JournalLine(
                        order: fields.o ?? "", event: fields.e, number: fields.number, why: fields.why,
                        state: fields.state,
                        record: String(fields.h.prefix(16))))
            }
        }
        return lines
    }

    static func of(_ order: String, in directory: String) throws -> [JournalLine] {
        try all(in: directory).filter { $0.order == order }
    }

    /// Of one order alone: a freeze without what follows it, or a release or consume by its own number.
    static func about(_ number: String, in directory: String) throws -> [JournalLine] {
        try all(in: directory, skipsUnreadable: true).filter { ($0.number ?? $0.order) == number }
    }

    /// A little-endian u64: ordinal of the segment, and in the lower half the length in it.
    private static func durableEnd(in directory: String) -> (segment: Int, length: Int)? {
        guard let data = FileManager.default.contents(atPath: directory + "/lock"), data.count >= 8 else { return nil }
        let word = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return word == 0 ? nil : (Int(word >> 32), Int(word & 0xFFFF_FFFF))
    }
}
