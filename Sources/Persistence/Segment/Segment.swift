/// A segment that belongs to the journal, and how far its bytes count.
struct Segment: Equatable {
    let ordinal: Int
    /// Nil when its first line can't be read.
    let header: SegmentHeader?
    /// The chain after the header, where its line proves it; nil when only the lines around it can tell.
    let verified: ChainState?
    /// The header, when it is not what the file holds.
    let mended: LineRepair?
    /// What its successor declares of its end; nil in the last one, and where the successor's header is damaged.
    var declared: SegmentHeader.Predecessor?

    var name: String { SegmentName.make(ordinal) }
}
