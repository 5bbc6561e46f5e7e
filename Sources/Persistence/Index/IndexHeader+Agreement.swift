extension IndexHeader {
    /// Whether the segment still has that very line in that very place, and counts up to there.
    func agrees(with segment: Segment, _ limit: Int64, _ io: any JournalIO) throws(JournalError) -> Bool {
        guard segment.header?.generation == generation, position.segment == segment.ordinal, position.length <= limit,
            let file = try io.open(segment.name, writing: false)
        else { return false }
        return try SegmentTail.state(of: file, endingAt: position.length) == chain
    }
}
