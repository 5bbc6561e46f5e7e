extension Journal {
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
            let recent = active.recent, end.length - active.indexed(upTo: end.length) >= limits.indexStep
        else { return }
        active.order(upTo: end.length)
        upkeep.write(IndexJob(segment: active.segment, end: (end.length, chain), recent: recent))
    }
}

extension Journal {
    /// Makes the indexes of all segments anew, whatever is there; that of the last one as far as it goes.
    ///
    /// - Throws: `JournalError`; those that were made before are good.
    public func rebuildIndexes() throws -> IndexSummary {
        guard !isClosed else { throw JournalError.closed }
        upkeep.finish()
        var summary = IndexSummary()
        for place in finder.segments {
            let segment = place.segment
            var job = IndexJob(segment: segment)
            if segment.declared == nil, let end { job.end = (end.length, chain) }
            guard let names = try job.run(io) else {
                summary.damaged.append(segment.ordinal)
                continue
            }
            summary.segments += 1
            summary.names += names
        }
        return summary
    }

    /// Whether that folder holds a journal, or what is left of one.
    ///
    /// What only looks after one must not make it.
    ///
    /// - Throws: `JournalError`
    public static func isThere(directory: String) throws(JournalError) -> Bool {
        guard let folder = try DiskFolder.existing(directory) else { return false }
        let others = [JournalLock.name, Checkpoint.name, DigestKey.name]
        return try folder.list().contains { name in
            SegmentName.ordinal(name) != nil || SegmentName.indexed(name) != nil || others.contains(name)
        }
    }
}

extension Journal {
    /// Hands over the records that have this name as their `o` or among their `k`, oldest first.
    ///
    /// All that were appended up to now are among them. Indexes say where to look; every line is verified.
    ///
    /// - Parameters:
    ///   - name: compared byte by byte.
    ///   - each: gets a record.
    /// - Throws: `JournalError`, or what `each` throws.
    public func find(_ name: String, each: (JournalRecord) throws -> Void) throws {
        guard !isClosed else { throw JournalError.closed }
        var run = FindRun(name)
        let match = run.match
        var unreadable: [JournalProblem] = []
        try finder.find(&run, upTo: end) { line in try match.read(line, &unreadable, each) }
        let damaged = finder.damaged
        if !damaged.isEmpty { upkeep.replace(damaged) }
    }
}
