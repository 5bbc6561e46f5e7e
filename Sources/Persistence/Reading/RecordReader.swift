/// Turns scanned lines into records for the journal's owner.
enum RecordReader {
    /// Hands over the record, unless the line is a header.
    ///
    /// - Returns: false when it does not decode.
    static func read(_ line: RawLine, _ each: (JournalRecord) throws -> Void) throws -> Bool {
        guard let record = JournalRecord(line: line.held) else { return false }
        if record.event != SegmentHeader.event { try each(record) }
        return true
    }

    /// Hands over the record, unless the line is a header.
    ///
    /// A line that does not decode is noted and passed over.
    static func read(
        _ line: ScannedLine, _ unreadable: inout [JournalProblem], _ each: (JournalRecord) throws -> Void
    ) throws {
        if try !read(RawLine(line), each) {
            unreadable.append(.unreadable(number: line.number, segment: line.segment))
        }
    }
}
