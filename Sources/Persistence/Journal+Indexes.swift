extension Journal {
    /// Bytes of the active segment's lines that are worth a new index of it: what a start has to read of them besides.
    private static let worthwhile: Int64 = 4 << 20

    /// Keeps the names of a line that is durable now.
    func note(_ line: [UInt8], at offset: Int64) {
        line.withUnsafeBytes { finder.segments.last?.recent?.table.add($0, at: offset) }
    }

    /// Takes in a segment that was made, and has the one before it indexed, which is over.
    func index(
        _ header: SegmentHeader, _ chain: ChainState, _ before: (position: DurablePosition, chain: ChainState)?
    ) {
        let recent = before.flatMap { before in
            finder.segments.last { $0.segment.ordinal == before.position.segment }?.recent
        }
        finder.add(
            Segment(ordinal: header.segment, header: header, verified: chain, mended: nil, declared: nil),
            recent: RecentNames(start: 0))
        guard let before, let sealed = finder.segments.dropLast().last?.segment else { return }
        upkeep.write(IndexJob(segment: sealed, end: (before.position.length, before.chain), recent: recent))
    }

    /// Has the active segment indexed as far as it goes, when that is worth it.
    func indexActive() {
        guard let end, let active = finder.segments.last, active.segment.ordinal == end.segment,
            let recent = active.recent, end.length - active.indexed(upTo: end.length) >= Self.worthwhile
        else { return }
        active.order(upTo: end.length)
        upkeep.write(IndexJob(segment: active.segment, end: (end.length, chain), recent: recent))
    }
}
