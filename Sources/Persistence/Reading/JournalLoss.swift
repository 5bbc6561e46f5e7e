/// A loss that a supervisor accepted, as the line `journal.loss` tells it: the first of the segment that runs on.
public struct JournalLoss: Sendable, Equatable {
    /// `e` of the line.
    static let event = "journal.loss"
    /// The most bytes of findings that are written: the line must hold them.
    private static let room = 6000

    /// The line's `n`.
    public let number: Int64
    /// The segment that runs on.
    public let segment: Int
    /// Who accepted it.
    public let staff: String
    /// Why it could not be restored.
    public let reason: String
    /// `gen` of what went before; nil when none could be read.
    public let generation: String?
    /// What had been found, as a report spells it.
    public let found: [[Int64]]

    /// What had been found, as a report; an empty one when it can't be understood.
    public var findings: JournalReport { JournalReport(findings: found) ?? JournalReport() }

    /// Nil when the line is another event, or does not hold what such a line has to.
    init?(line: UnsafeRawBufferPointer, segment: Int) {
        guard let record = JournalRecord(line: line), record.event == Self.event else { return nil }
        var text = JSONText(line)
        guard let members = text.members() else { return nil }
        let places = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        func value<Value>(_ name: String, _ read: (inout JSONText) -> Value?) -> Value? {
            guard let place = places[name] else { return nil }
            var text = JSONText(UnsafeRawBufferPointer(rebasing: line[place]))
            guard let value = read(&text), text.isAtEnd else { return nil }
            return value
        }
        guard let staff = value("staff", { $0.string() }), let reason = value("reason", { $0.string() }),
            let found = value("found", { $0.findings() })
        else { return nil }
        number = record.number
        self.segment = segment
        self.staff = staff
        self.reason = reason
        generation = value("gen") { $0.string() }
        self.found = found
    }

    /// Returns the line's own members as a JSON object.
    ///
    /// Of very many findings those that don't fit stay what they are: damage.
    static func fields(
        staff: String, reason: String, approval: String?, generation: String?, found: [[Int64]]
    ) -> [UInt8] {
        var bytes = Array("{\"staff\":".utf8) + JSONEscapes.encode(staff)
        bytes += Array(",\"reason\":".utf8) + JSONEscapes.encode(reason)
        if let approval { bytes += Array(",\"approval\":".utf8) + JSONEscapes.encode(approval) }
        bytes += Array(",\"gen\":".utf8) + (generation.map { JSONEscapes.encode($0) } ?? Array("null".utf8))
        var list: [UInt8] = []
        for finding in found {
            let spelled =
                Array((list.isEmpty ? "[" : ",[").utf8)
                + Array(finding.map(String.init).joined(separator: ",").utf8) + [0x5d]
            guard bytes.count + list.count + spelled.count < room else { break }
            list += spelled
        }
        return bytes + Array(",\"found\":[".utf8) + list + Array("]}".utf8)
    }
}
