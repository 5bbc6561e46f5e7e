import Persistence

/// A ``JournalFilter`` for the bytes of intents: no line is decoded to see whether it is wanted.
struct RawFilter {
    private let since: [UInt8]?
    private let until: [UInt8]?
    private let number: [UInt8]?
    /// The same text, where any name and the reference may hold it, in whatever spelling.
    private let folded: FoldedText?
    /// A part of the reference, escaped as in a line.
    private let reference: [UInt8]?
    /// Members that the line must hold.
    private var members: [[UInt8]] = []

    init(_ filter: JournalFilter) {
        since = filter.since.map { RawLine.time(milliseconds: $0.milliseconds) }
        until = filter.until.map { RawLine.time(milliseconds: $0.milliseconds) }
        number = filter.number.map { Array($0.utf8) }
        folded =
            filter.numberMayBeReference
            ? filter.number.map { FoldedText(String(decoding: Self.escaped(reference: $0), as: UTF8.self)) } : nil
        reference = filter.reference.map(Self.escaped(reference:))
        if let fee = filter.fee { members.append(Array("\"fee\":\(fee.value),".utf8)) }
        if let staffID = filter.staffID {
            // Spelled as the events' own writer spells it.
            var fields = DepositEventCodec.Fields()
            fields.staff = staffID
            members.append(Array(WireJSON.encode(fields).dropFirst().dropLast()))
        }
    }

    /// Whether the order with this intent is wanted, by all but its state and its number.
    func admits(_ line: UnsafeRawBufferPointer, _ head: RecordPrefix) -> Bool {
        let time = line[head.time]
        if let since, time.lexicographicallyPrecedes(since) { return false }
        if let until, !time.lexicographicallyPrecedes(until) { return false }
        if let reference, !Self.hasReference(reference, line) { return false }
        return members.allSatisfy { MemberSearch.contains($0, line) }
    }

    var asksForNumber: Bool { number != nil }

    /// Whether a name of the order, as this line tells it, holds the wanted text.
    func names(_ line: UnsafeRawBufferPointer, _ head: RecordPrefix) -> Bool {
        guard let number else { return true }
        if let folded, MemberSearch.text("\"reference\":\"", line).map(folded.isHeld(by:)) ?? false { return true }
        func holds(_ range: Range<Int>?) -> Bool {
            guard let part = range.map({ UnsafeRawBufferPointer(rebasing: line[$0]) }) else { return false }
            return folded?.isHeld(by: part) ?? MemberSearch.contains(number, part)
        }
        return holds(head.order) || holds(head.keys)
    }

    private static func hasReference(_ part: [UInt8], _ line: UnsafeRawBufferPointer) -> Bool {
        MemberSearch.text("\"reference\":\"", line).map { MemberSearch.contains(part, $0) } ?? false
    }

    private static func escaped(reference text: String) -> [UInt8] {
        var fields = DepositEventCodec.Fields()
        fields.reference = text
        return Array(WireJSON.encode(fields).dropFirst(#"{"reference":""#.utf8.count).dropLast(2))
    }
}
