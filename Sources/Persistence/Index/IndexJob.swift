/// An index that is to be made.
struct IndexJob: Sendable {
    let segment: Segment
    /// How much of the segment to cover, and the line that ends there; nil for all that it declares.
    var end: (length: Int64, chain: ChainState)?
    /// The names that are known already.
    var recent: RecentNames?

    /// Makes the index and puts it into the folder; false when the segment is not whole, and is read each time.
    ///
    /// - Returns: how many entries it has; nil when there is none.
    /// - Throws: `JournalError`, or `CancellationError` after `isStopped` said so.
    @discardableResult
    func run(_ io: any JournalIO, isStopped: () -> Bool = { false }) throws -> Int? {
        guard let (entries, end) = try known(io) ?? read(io, isStopped), let header = segment.header,
            let bytes = IndexBytes.make(
                generation: header.generation,
                position: DurablePosition(segment: segment.ordinal, length: end.length), chain: end.chain,
                entries: entries)
        else { return nil }
        try IndexFile.store(bytes, of: segment.ordinal, io)
        return entries.count
    }

    private typealias Names = (entries: [IndexEntry], end: (length: Int64, chain: ChainState))

    /// Takes the entries from what is in memory and, for lines before that, the index that is there; nil when a part is
    /// missing.
    private func known(_ io: any JournalIO) throws(JournalError) -> Names? {
        guard let recent, let end else { return nil }
        let late = recent.table.sorted()
        if recent.start == 0 { return (late, end) }
        guard let index = SegmentIndex.load(segment.ordinal, io),
            try index.header.agrees(with: segment, end.length, io), index.header.position.length >= recent.start,
            let early = index.entries()
        else { return nil }
        return (Self.merge(early.filter { $0.offset < recent.start }, late), end)
    }

    /// From the segment itself; nil when a line is missing.
    private func read(_ io: any JournalIO, _ isStopped: () -> Bool) throws -> Names? {
        guard segment.verified != nil, let length = end?.length ?? segment.declared?.length else { return nil }
        var table = IndexTable()
        let part = try JournalScan.part(of: segment, after: nil, from: 0, io, upTo: length) { line in
            if line.number & 0xfff == 0, isStopped() { throw CancellationError() }
            table.add(line.bytes, at: line.offset)
        }
        guard part.isComplete(to: DurablePosition(segment: segment.ordinal, length: length)) else { return nil }
        return (table.sorted(), (length, part.follower.chain))
    }

    private static func merge(_ left: [IndexEntry], _ right: [IndexEntry]) -> [IndexEntry] {
        var merged: [IndexEntry] = []
        merged.reserveCapacity(left.count + right.count)
        var rest = left[...]
        for entry in right {
            while let first = rest.first, first < entry { merged.append(rest.removeFirst()) }
            merged.append(entry)
        }
        return merged + rest
    }
}

/// What making all indexes anew came to.
public struct IndexSummary: Sendable, Equatable {
    /// Segments that have a new one.
    public var segments = 0
    /// Names in there, each counted once for each line that bears it.
    public var names = 0
    /// Ordinals of segments in which lines are missing.
    ///
    /// They have none, and are read at every look-up.
    public var damaged: [Int] = []

    /// Makes a summary of nothing.
    public init() {}
}
