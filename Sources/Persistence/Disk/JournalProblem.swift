/// What a reader found wrong besides repairs, gaps and a torn tail.
public enum JournalProblem: Sendable, Equatable {
    /// A segment that a later one names as its predecessor is not there.
    case missingSegment(Int)
    /// A segment's header can't be read although lines after it can.
    case damagedHeader(segment: Int)
    /// Bytes that are no line stand between two lines that follow one another.
    case strayBytes(segment: Int, before: Int64)
    /// A line agrees with its checksum and can't be decoded: another program's.
    case unreadable(number: Int64, segment: Int)
    /// A line's `h` does not follow: the file was changed by hand. Only a full check looks.
    case brokenChain(number: Int64, segment: Int)
    /// The void bytes of this segment are not those that its successor saw. Not wrong: nothing was kept there.
    case changedVoid(segment: Int)
    /// A segment of another journal: its `gen` is not the one of the segment before.
    case foreign(segment: Int)
    /// The key of digests was lost or unusable and was made anew: older digests can't be compared.
    case newDigestKey
    /// `lock` says that a segment is durable up to there, and it can't be read so far.
    case lessThanPublished(segment: Int, length: Int64)
    /// The checkpoint covers lines up to this `n`, and there are fewer.
    case lessThanCheckpoint(number: Int64)
    /// The index of a segment covers more of it than can be read.
    case lessThanIndex(segment: Int)
    /// A segment is shorter than its successor says.
    case shortSegment(Int)
    /// A segment that held lines holds none any more.
    case noLines(segment: Int, alteration: SegmentAlteration)
    /// Lines from one `n` through another are missing before a line that can be read, and do not stand there damaged:
    /// the file was emptied, cut or overwritten, and written on. Or a segment's first line and lines behind it can't be
    /// read.
    case lostLines(from: Int64, through: Int64, segment: Int)

    /// Whether `verify` should fail for it.
    public var isDamage: Bool {
        switch self {
        case .missingSegment, .damagedHeader, .strayBytes, .unreadable, .brokenChain, .foreign, .lessThanPublished,
            .lessThanCheckpoint, .lessThanIndex, .shortSegment, .noLines, .lostLines:
            true
        case .changedVoid, .newDigestKey: false
        }
    }

    /// Whether it shows that something is lost which was there once; no writer begins over that.
    public var isContradiction: Bool {
        switch self {
        case .missingSegment, .lessThanPublished, .lessThanCheckpoint, .lessThanIndex, .shortSegment, .noLines,
            .lostLines:
            true
        case .damagedHeader, .strayBytes, .unreadable, .brokenChain, .changedVoid, .foreign, .newDigestKey: false
        }
    }
}
