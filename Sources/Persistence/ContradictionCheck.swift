/// Looks for what shows that the journal once held more than it does: nothing but a person decides what to do then.
struct ContradictionCheck {
    let folder: SegmentFolder
    let io: any JournalIO
    /// The last line that counts.
    let chain: ChainState
    /// Where that ends.
    let end: DurablePosition?
    /// Segments that were read, and of which no line counts.
    let empty: [Int]

    /// More than a header takes.
    private static let headerLength = 512

    init(_ folder: SegmentFolder, _ scan: JournalScan, _ io: any JournalIO) {
        self.folder = folder
        self.io = io
        chain = scan.follower.chain
        end = scan.end
        empty = scan.empty
    }

    /// Compares what the segments hold with what they, and the files beside them, say that there is.
    ///
    /// `claimed` is what the last writer said to be durable. Where `isWritten`, a writer lives, which is ahead of its
    /// reader with checkpoint and indexes.
    func run(claimed: DurablePosition?, isWritten: Bool = false) throws(JournalError) -> [JournalProblem] {
        var found: [JournalProblem] = folder.short.map { .shortSegment($0) }
        found += (folder.missing + folder.dangling).map { .missingSegment($0) }
        if let claimed, claimed.word > end?.word ?? 0 {
            found.append(.lessThanPublished(segment: claimed.segment, length: claimed.length))
        }
        if !isWritten {
            if let checkpoint = Checkpoint.load(io), isCurrent(checkpoint.generation),
                checkpoint.chain.number > chain.number || checkpoint.position.word > end?.word ?? 0
            {
                found.append(.lessThanCheckpoint(number: checkpoint.chain.number))
            }
            found += try io.list().compactMap(SegmentName.indexed).sorted().filter(isShortOfItsIndex)
                .map { .lessThanIndex(segment: $0) }
        }
        return try found + altered()
    }

    /// Whether a checkpoint or an index is of the present `gen`: an earlier one is stale, and proves nothing.
    private func isCurrent(_ generation: String) -> Bool {
        guard let current = folder.generation else { return true }
        return current == generation
    }

    private func isShortOfItsIndex(_ ordinal: Int) -> Bool {
        // One of a segment that is newer than what is looked at says nothing.
        guard ordinal <= folder.limit, let header = SegmentIndex.header(ordinal, io), isCurrent(header.generation)
        else {
            return false
        }
        guard let segment = folder.segments.first(where: { $0.ordinal == ordinal }) else {
            return !folder.isPruned(ordinal)
        }
        if let declared = segment.declared { return header.position.length > declared.length }
        return segment.ordinal == folder.segments.last?.ordinal && header.position.word > end?.word ?? 0
    }

    /// Returns the segments that held lines and hold none.
    ///
    /// Those that a later header declares stillborn may hold anything, and a crash while one is made leaves a part of
    /// its header.
    private func altered() throws(JournalError) -> [JournalProblem] {
        var found: [JournalProblem] = []
        let headless = folder.segments.filter { $0.header == nil }.map(\.ordinal)
        for ordinal in Set(folder.undeclared + empty + headless).sorted() {
            guard let file = try io.open(SegmentName.make(ordinal), writing: false) else { continue }
            let window = try SegmentWindow(file)
            let alteration = SegmentAlteration(beginning: try window.bytes(at: 0, LineShape.longest))
            var isEmpty = (folder.undeclared + empty).contains(ordinal)
            // Behind a checkpoint it was not read.
            if !isEmpty, try !SegmentProbe(io: io).holdsLines(file) { isEmpty = true }
            let isNamed = isEmpty && folder.segments.contains { $0.ordinal == ordinal && $0.declared != nil }
            let isLong = isEmpty ? try Self.holdsMore(window) : false
            if alteration != nil || isNamed || isLong {
                found.append(.noLines(segment: ordinal, alteration: alteration ?? .unknown))
            }
        }
        return found
    }

    /// Whether there is more than one header's worth of bytes other than LF and NUL.
    private static func holdsMore(_ window: SegmentWindow) throws(JournalError) -> Bool {
        var count = 0
        var offset: Int64 = 0
        while offset < window.limit {
            let bytes = try window.bytes(at: offset, SegmentWindow.capacity)
            if bytes.isEmpty { break }
            count += bytes.count { $0 != 0x0a && $0 != 0 }
            if count > headerLength { return true }
            offset += Int64(bytes.count)
        }
        return false
    }
}
