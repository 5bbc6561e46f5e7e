/// A verified line as it stands in the journal, for owners that look at bytes before they decode any.
///
/// Valid only during the call that hands it over.
public struct RawLine {
    @usableFromInline let held: UnsafeRawBufferPointer
    /// Its `n`.
    public let number: Int64
    /// Where it begins.
    public let place: LinePlace
    /// Whether it is a segment's header, which is no record.
    public let isHeader: Bool

    init(_ line: ScannedLine) {
        held = line.bytes
        number = line.number
        place = LinePlace(segment: line.segment, offset: line.offset)
        isHeader = line.isHeader
    }

    /// How many bytes it has, without its LF.
    public var count: Int { held.count }

    /// Calls a function with the bytes of the line, without its LF, flipped bits put right.
    @inlinable
    public func withBytes<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(held.bytes)
    }

    /// The line decoded; nil for a header, and for a line of another program that does not begin as lines do.
    public var record: JournalRecord? { isHeader ? nil : JournalRecord(line: held) }

    /// Whether it can be decoded, a header too.
    package var isReadable: Bool { JournalRecord(line: held) != nil }

    /// `gen` of a header: the name of the journal.
    public var generation: String? {
        guard isHeader else { return nil }
        return SegmentHeader(line: held)?.generation
    }

    /// Returns the moment that is spelled so in `t`; nil when it is none.
    package static func milliseconds(_ time: RawSpan) -> Int64? { time.withUnsafeBytes { WallTime.parse($0) } }

    /// Spells a moment as lines do in `t`; moments spelled so order as their bytes do.
    public static func time(milliseconds: Int64) -> [UInt8] { WallTime.format(milliseconds) }
}
