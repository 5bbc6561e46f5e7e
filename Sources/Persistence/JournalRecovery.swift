/// How a writer begins: what it believes after reading everything that a disk really holds.
struct JournalRecovery {
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
    /// What is lost, and was accepted with these words; nil when nothing is.
    let accepted: (words: LossAcceptance, found: [[Int64]])?

    /// Reads what is there, hands it over, and finds out where to go on.
    ///
    /// `claimed` is what the last writer said to be durable. With an `acceptance` a journal that contradicts itself is
    /// opened, and only such a one. `progress` is given now and then how much of what has to be read was read, in
    /// percent.
    init(
        _ io: any JournalIO, _ limits: SegmentLimits, claimed: DurablePosition? = nil,
        acceptance: LossAcceptance? = nil, restore: ([UInt8]) throws -> Bool,
        replay: (RawLine) throws -> Bool, progress: (Int) -> Void = { _ in }
    ) throws {
        try Self.settle(io)
        let folder = try SegmentFolder(io)
        var unreadable: [JournalProblem] = []
        var checkpoint = Checkpoint.load(io)
        let kept = checkpoint
        if let found = checkpoint, try !(found.agrees(with: folder, io) && restore(found.state)) { checkpoint = nil }
        let last = folder.segments.last?.ordinal ?? 0
        var recent = RecentNames(start: 0)
        if let checkpoint, checkpoint.position.segment == last { recent.start = checkpoint.position.length }
        var course = ReplayCourse(total: try Self.size(of: folder, behind: checkpoint?.position, io))
        let scan = try JournalScan.run(folder, io, from: checkpoint) { line in
            if let percent = course.percent(behind: line) { progress(percent) }
            if line.segment == last { recent.table.add(line.bytes, at: line.offset) }
            if try !replay(RawLine(line)) {
                unreadable.append(.unreadable(number: line.number, segment: line.segment))
            }
        }
        var report = scan.report
        report.record(unreadable + (try ContradictionCheck(folder, scan, io).run(claimed: claimed)))
        report.settleAccepted()
        // A checkpoint spares the start most lines. Where a segment's first can't be read, or something is to be
        // accepted, what it passed over counts, too.
        if checkpoint != nil, acceptance != nil || folder.segments.contains(where: { $0.header == nil }) {
            let whole = try JournalScan.run(folder, io) { _ in }.report
            report.record(whole.problems.filter { acceptance != nil || $0.isContradiction })
            for gap in whole.gaps where !report.gaps.contains(gap) { report.gaps.append(gap) }
        }
        guard report.contradictions.isEmpty || acceptance != nil else {
            throw JournalError.contradicted(report.contradictions)
        }
        if report.contradictions.isEmpty, report.gaps.isEmpty, acceptance != nil { throw JournalError.nothingLost }
        accepted = acceptance.map { ($0, report.findingsByWeight) }
        if let accepted {
            // A checkpoint must not bring back what the line of the loss has settled.
            report.accepted += accepted.found
            report.settleAccepted()
        }
        // Nothing was written before this: a journal that can't be opened stays as it is.
        let (key, isReplaced) = try DigestKey.load(io, isNew: folder.segments.isEmpty && folder.pruned == nil)
        if isReplaced { report.problems.append(.newDigestKey) }
        self.report = report
        digestKey = key
        generation = folder.generation
        chain = scan.follower.chain
        end = scan.end
        // What is lost had an ordinal, too.
        lastOrdinal = max(
            folder.highest, acceptance == nil ? 0 : try Self.highestNamed(io, claimed: claimed, kept))
        uncovered = scan.bytes
        active = acceptance == nil ? try Self.active(folder, scan, io, limits) : nil
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

    /// Returns the highest ordinal that anything speaks of.
    private static func highestNamed(
        _ io: any JournalIO, claimed: DurablePosition?, _ checkpoint: Checkpoint?
    ) throws(JournalError) -> Int {
        let named =
            try io.list().compactMap(SegmentName.indexed)
            + [claimed?.segment, checkpoint?.position.segment].compactMap(\.self)
        return named.max() ?? 0
    }

    /// Returns the bytes of the segments, as far as they have to be read.
    private static func size(
        of folder: SegmentFolder, behind position: DurablePosition?, _ io: any JournalIO
    ) throws(JournalError) -> Int64 {
        var size = -(position?.length ?? 0)
        for segment in folder.segments where segment.ordinal >= position?.segment ?? 0 {
            if let declared = segment.declared {
                size += declared.length
            } else if let file = try io.open(segment.name, writing: false) {
                size += try file.size()
            }
        }
        return size
    }

    /// More than a failed write can have reached back from the end of a file.
    private static let forgotten: Int64 = 2 << 20

    /// Returns the segment to go on with: none with any damage is written on, nor one that is not the newest file.
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

/// How far a start has come with reading.
struct ReplayCourse {
    /// Between two tellings: about a millisecond's work.
    private static let step: Int64 = 1 << 20

    private let total: Int64
    private var read: Int64 = 0
    private var told: Int64 = 0

    /// - Parameter total: the bytes that have to be read.
    init(total: Int64) {
        self.total = total
    }

    /// Returns the percentage, 0 to 100, that is read with this line; nil where it is too early to tell it again.
    @inline(__always)
    mutating func percent(behind line: ScannedLine) -> Int? {
        read += Int64(line.bytes.count) + 1
        guard read - told >= Self.step else { return nil }
        told = read
        return total > 0 ? Int(min(100, 100 * read / total)) : nil
    }
}
