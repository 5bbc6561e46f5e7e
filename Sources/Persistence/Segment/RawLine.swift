/// A verified line as it stands in the journal, for owners that look at bytes before they decode any.
public struct RawLine {
    /// The line without its LF, flipped bits put right.
    ///
    /// Valid only during the call that hands it over.
    public let bytes: UnsafeRawBufferPointer
    /// Its `n`.
    public let number: Int64
    /// Where it begins.
    public let place: LinePlace
    /// Whether it is a segment's header, which is no record.
    public let isHeader: Bool

    init(_ line: ScannedLine) {
        bytes = line.bytes
        number = line.number
        place = LinePlace(segment: line.segment, offset: line.offset)
        isHeader = line.isHeader
    }

    /// The line decoded; nil for a header, and for a line of another program that does not begin as lines do.
    public var record: JournalRecord? { isHeader ? nil : JournalRecord(line: bytes) }

    /// Whether it can be decoded, a header too.
    package var isReadable: Bool { JournalRecord(line: bytes) != nil }

    /// `gen` of a header: the name of the journal.
    public var generation: String? {
        guard isHeader else { return nil }
        return SegmentHeader(line: bytes)?.generation
    }

    /// Returns the moment that is spelled so in `t`; nil when it is none.
    package static func milliseconds(_ time: UnsafeRawBufferPointer) -> Int64? { WallTime.parse(time) }

    /// Spells a moment as lines do in `t`; moments spelled so order as their bytes do.
    public static func time(milliseconds: Int64) -> [UInt8] { WallTime.format(milliseconds) }
}
