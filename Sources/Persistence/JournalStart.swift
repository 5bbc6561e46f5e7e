/// How a writer begins: what it believes after reading everything that a disk really holds.
struct JournalStart {
    let report: JournalReport
    let digestKey: [UInt8]
    /// `gen`; nil in an empty journal.
    let generation: String?
    let chain: ChainState
    let end: DurablePosition?
    /// The last segment, if it can be written on.
    let active: ActiveSegment?
    /// The highest ordinal that was ever used.
    let lastOrdinal: Int

    /// How many bytes of lines no checkpoint covers.
    let uncovered: Int64
    /// Those that count, oldest first.
    let segments: [Segment]
    /// The names of the active segment's lines that were read.
    let recent: RecentNames?

    init(
        _ io: any JournalIO, _ limits: SegmentLimits, restore: ([UInt8]) throws -> Bool,
        replay: (JournalRecord) throws -> Void
    ) throws {
        let (key, isReplaced) = try DigestKey.load(io)
        try Self.settle(io)
        let folder = try SegmentFolder(io)
        var unreadable: [JournalProblem] = []
        var checkpoint = Checkpoint.load(io)
        if let found = checkpoint, try !(found.agrees(with: folder, io) && restore(found.state)) { checkpoint = nil }
        let last = folder.segments.last?.ordinal ?? 0
        var recent = RecentNames(start: 0)
        if let checkpoint, checkpoint.position.segment == last { recent.start = checkpoint.position.length }
        let scan = try JournalScan.run(folder, io, from: checkpoint) { line in
            if line.segment == last { recent.table.add(line.bytes, at: line.offset) }
            try RecordReader.read(line, &unreadable, replay)
        }
        var report = scan.report
        report.problems += unreadable
        if isReplaced { report.problems.append(.newDigestKey) }
        self.report = report
        digestKey = key
        generation = folder.segments.last { $0.header != nil }?.header?.generation
        chain = scan.follower.chain
        end = scan.end
        lastOrdinal = folder.highest
        uncovered = scan.bytes
        active = try Self.active(folder, scan, io, limits)
        segments = folder.segments
        self.recent = active == nil ? nil : recent
    }

    /// Makes durable what a killed process left in the cache, before it is believed, and forgets the rest: a page whose
    /// write failed looks fine in the cache and is not on the disk.
    private static func settle(_ io: any JournalIO) throws(JournalError) {
        try io.sync()
        var settled: Set<Int> = []
        while true {
            // Without the cache another segment may turn out to be the last.
            let folder = try SegmentFolder(io)
            let last = folder.segments.last?.ordinal ?? 0
            let rest = (folder.stillborn + [last]).filter { $0 >= last && $0 > 0 && !settled.contains($0) }
            if rest.isEmpty { return }
            for ordinal in rest {
                settled.insert(ordinal)
                guard let file = try io.open(SegmentName.make(ordinal), writing: true) else { continue }
                try file.sync()
                file.forget(from: max(0, try file.size() - forgotten))
            }
        }
    }

    /// More than a failed write can have reached back from the end of a file.
    private static let forgotten: Int64 = 2 << 20

    /// A segment with any damage is not written on, nor one that is not the newest file.
    private static func active(
        _ folder: SegmentFolder, _ scan: JournalScan, _ io: any JournalIO, _ limits: SegmentLimits
    ) throws(JournalError) -> ActiveSegment? {
        guard let last = folder.segments.last, last.header != nil, last.ordinal == folder.highest, let end = scan.end,
            end.segment == last.ordinal, scan.isLastSegmentWhole, scan.report.tornTailBytes == 0,
            let file = try io.open(last.name, writing: true)
        else { return nil }
        return try ActiveSegment(ordinal: last.ordinal, file: file, length: end.length, limits: limits)
    }
}
