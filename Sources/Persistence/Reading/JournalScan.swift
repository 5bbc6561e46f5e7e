/// Reads segments in order and hands over every line that is the journal's.
struct JournalScan {
    private(set) var follower = ChainFollower()
    private(set) var report = JournalReport()
    /// Behind the last line that was taken; nil before the first.
    private(set) var end: DurablePosition?
    /// Segments that were read from their beginning on, and of which no line was taken.
    private(set) var empty: [Int] = []
    /// The first segment whose `gen` differs from the one before, which is yet to say why.
    private var changed: (segment: Int, generation: String)?
    /// Whether the last line that was taken is a header.
    private var isBehindHeader = false
    /// What stands behind the last line that was taken, and is none.
    private var standing = StandingLines()
    /// How many bytes of lines were taken.
    private(set) var bytes: Int64 = 0
    /// False when anything was wrong in the last segment, or between it and the one before.
    private(set) var isLastSegmentWhole = true

    /// Reads the whole journal, or what is behind a checkpoint that agrees with it; as far as a living writer has
    /// published.
    static func run(
        _ folder: SegmentFolder, _ io: any JournalIO, upTo durable: DurablePosition? = nil,
        from checkpoint: Checkpoint? = nil, each: (ScannedLine) throws -> Void
    ) throws -> JournalScan {
        var scan = JournalScan(from: checkpoint)
        if checkpoint == nil, let pruned = folder.pruned,
            folder.segments.first?.header?.previous?.segment == pruned.segment
        {
            scan.follower = ChainFollower(after: pruned.chain)
        }
        scan.report.stillborn = folder.stillborn
        scan.report.voidBytes = folder.segments.reduce(0) { $0 + ($1.declared?.void ?? 0) }
        scan.report.record(folder.missing.map { .missingSegment($0) })
        let segments = folder.segments.filter { $0.ordinal >= checkpoint?.position.segment ?? 0 }
        try scan.read(segments, io, upTo: durable, each)
        scan.report.segments = folder.segments.count
        if let pruned = folder.pruned {
            scan.report.gaps.removeAll { $0.numbers.upperBound <= pruned.chain.number }
            scan.report.problems.removeAll { problem in
                if case .lostLines(_, let last, _) = problem { last <= pruned.chain.number } else { false }
            }
        }
        scan.report.settleAccepted()
        return scan
    }

    /// Reads some segments that follow one another.
    static func run(
        _ segments: [Segment], _ io: any JournalIO, upTo durable: DurablePosition?,
        each: (ScannedLine) throws -> Void
    ) throws -> JournalScan {
        var scan = JournalScan(from: nil)
        try scan.read(segments, io, upTo: durable, each)
        return scan
    }

    private mutating func read(
        _ segments: [Segment], _ io: any JournalIO, upTo durable: DurablePosition?, _ each: (ScannedLine) throws -> Void
    ) throws {
        var generation: String?
        for segment in segments {
            let limit = segment.declared?.length ?? (segment.ordinal == durable?.segment ? durable?.length : nil)
            if let found = segment.header?.generation {
                changed = generation.flatMap { $0 == found ? nil : (segment.ordinal, $0) }
                generation = found
            }
            let lines = report.lines
            let isWhole = end?.segment != segment.ordinal
            try read(segment, io, limit, each)
            if changed != nil { report.problems.append(.foreign(segment: segment.ordinal)) }
            changed = nil
            if isWhole, report.lines == lines { empty.append(segment.ordinal) }
        }
        report.lastNumber = follower.chain.number
    }

    /// Reads one segment again, whose beginning an earlier scan has seen.
    static func reread(
        _ ordinal: Int, after chain: ChainState, _ folder: SegmentFolder, _ io: any JournalIO,
        upTo durable: DurablePosition?, each: (ScannedLine) -> Void
    ) throws(JournalError) {
        guard let segment = folder.segments.first(where: { $0.ordinal == ordinal }) else { return }
        var scan = JournalScan(from: nil)
        scan.follower = ChainFollower(after: chain)
        let limit = segment.declared?.length ?? (ordinal == durable?.segment ? durable?.length : nil)
        do {
            try scan.read(segment, io, limit, each)
        } catch let error as JournalError {
            throw error
        } catch {
            // Nothing in there throws anything else.
            throw .damaged(segment: segment.name, line: 0, detail: "\(error)")
        }
    }

    /// Reads a part of one segment whose header is verified: all of it, or what is behind a line of it and the offset
    /// where that ends.
    static func part(
        of segment: Segment, after chain: ChainState?, from start: Int64, _ io: any JournalIO, upTo limit: Int64?,
        each: (ScannedLine) throws -> Void
    ) throws -> JournalScan {
        var scan = JournalScan(from: nil)
        if let chain, start > 0 {
            scan.follower = ChainFollower(after: chain)
            scan.end = DurablePosition(segment: segment.ordinal, length: start)
        } else {
            scan.follower = ChainFollower(after: ChainState(number: (segment.verified?.number ?? 1) - 1))
        }
        try scan.read(segment, io, limit, each)
        return scan
    }

    /// Whether no line is missing up to there; some may have been mended.
    func isComplete(to position: DurablePosition) -> Bool {
        end == position && report.gaps.isEmpty && report.problems.isEmpty
    }

    private init(from checkpoint: Checkpoint?) {
        guard let checkpoint else { return }
        follower = ChainFollower(after: checkpoint.chain)
        end = checkpoint.position
        report = JournalReport(findings: checkpoint.findings) ?? JournalReport()
        report.checkpoint = checkpoint.chain.number
    }

    private mutating func read(
        _ segment: Segment, _ io: any JournalIO, _ limit: Int64?, _ each: (ScannedLine) throws -> Void
    ) throws {
        guard let file = try io.open(segment.name, writing: false) else {
            report.problems.append(.missingSegment(segment.ordinal))
            return
        }
        let window = try SegmentWindow(file, limit: limit)
        isLastSegmentWhole = !follower.isLost
        report.tornTailBytes = 0
        // Not zero only where a checkpoint left off.
        var offset = end?.segment == segment.ordinal ? end?.length ?? 0 : 0
        var contentEnd = offset
        while let line = try window.line(at: offset) {
            let wasLost = follower.isLost
            let verdict = judge(line, segment)
            let repair = try mend(line, segment, verdict, wasLost, window)
            offset = line.start + Int64(repair?.length ?? Int(line.next - line.start))
            contentEnd = max(contentEnd, repair == nil ? line.end : offset - 1)
            guard repair != nil || note(verdict, segment.ordinal) else {
                standing.add(line.bytes, isHeader: line.start == 0)
                if line.start == 0 { report.problems.append(.damagedHeader(segment: segment.ordinal)) }
                continue
            }
            end = DurablePosition(segment: segment.ordinal, length: offset)
            standing = StandingLines()
            report.lines += 1
            bytes += offset - line.start
            if let repair {
                try repair.line.withUnsafeBytes { try hand(scanned($0, line, segment), each) }
            } else {
                try hand(scanned(line.bytes, line, segment), each)
            }
        }
        guard segment.declared == nil else { return }
        let valid = end?.segment == segment.ordinal ? end?.length ?? 0 : 0
        report.tornTailBytes = max(0, contentEnd - valid)
    }

    /// Hands over a line that counts.
    ///
    /// The first one behind a header may tell of a loss, which is why `gen` changed.
    @inline(__always)
    private mutating func hand(_ line: ScannedLine, _ each: (ScannedLine) throws -> Void) throws {
        if isBehindHeader, let loss = JournalLoss(line: line.bytes, segment: line.segment) {
            report.losses.append(loss)
            if loss.generation == nil || loss.generation == changed?.generation { changed = nil }
        }
        isBehindHeader = line.isHeader
        try each(line)
    }

    private func scanned(_ bytes: UnsafeRawBufferPointer, _ line: PhysicalLine, _ segment: Segment) -> ScannedLine {
        ScannedLine(
            bytes: bytes, number: follower.chain.number, segment: segment.ordinal, offset: line.start,
            isHeader: line.start == 0)
    }

    private mutating func judge(_ line: PhysicalLine, _ segment: Segment) -> ChainFollower.Verdict {
        if line.start == 0, let state = segment.verified, state.number > follower.chain.number {
            return follower.resume(state)
        }
        guard line.isTerminated else {
            follower.lose(printing: nil)
            return .bad
        }
        return follower.follow(line.bytes)
    }

    /// Returns the line with its one flipped bit put right; nil when it needs none, or that does not help.
    private mutating func mend(
        _ line: PhysicalLine, _ segment: Segment, _ verdict: ChainFollower.Verdict, _ wasLost: Bool,
        _ window: SegmentWindow
    ) throws(JournalError) -> LineRepair? {
        var repair: LineRepair?
        if line.start == 0, verdict != .bad, let mended = segment.mended {
            // The folder has judged it already.
            repair = mended
            _ = note(verdict, segment.ordinal)
        } else if verdict == .bad, !wasLost {
            repair = LineRepairer(after: follower.chain).mend(try window.bytes(at: line.start, LineRepairer.reach))
            if let repair { follower.mend(repair.chain) }
        }
        guard let repair else { return nil }
        report.repairs.append(
            JournalRepair(
                number: repair.chain.number, segment: segment.ordinal, offset: line.start + Int64(repair.offset),
                mask: repair.mask))
        isLastSegmentWhole = false
        return repair
    }

    /// Whether the line counts.
    private mutating func note(_ verdict: ChainFollower.Verdict, _ segment: Int) -> Bool {
        switch verdict {
        case .follows: return true
        case .resumes(let missing?):
            report.gaps.append(JournalGap(numbers: missing, segment: segment))
            if standing.lack(missing) {
                report.problems.append(
                    .lostLines(from: missing.lowerBound, through: missing.upperBound, segment: segment))
            }
            isLastSegmentWhole = false
            return true
        case .resumes(nil):
            report.problems.append(.strayBytes(segment: segment, before: follower.chain.number))
            isLastSegmentWhole = false
            return true
        case .bad:
            return false
        }
    }
}
