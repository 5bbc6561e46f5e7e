/// A segment in which names are looked up: by its index as far as there is one, by what the writer has in memory, and
/// by reading the rest.
final class IndexedSegment {
    private(set) var segment: Segment
    /// The names of the lines that this process wrote or read last.
    var recent: RecentNames?
    private let io: any JournalIO
    private var index: SegmentIndex?
    private var isTried = false
    /// Whether what the index says could not be read.
    private(set) var isDamaged = false
    private var peek: LinePeek?
    private var ordered: Int64 = 0

    init(_ segment: Segment, _ io: any JournalIO, recent: RecentNames? = nil) {
        self.segment = segment
        self.io = io
        self.recent = recent
    }

    /// Returns how much of the active segment an index covers, or will soon.
    func indexed(upTo limit: Int64) -> Int64 {
        try? prepare(limit)
        return max(ordered, index?.header.position.length ?? 0)
    }

    /// Notes that an index up to there is being made.
    func order(upTo length: Int64) { ordered = length }

    var isOpen: Bool { peek != nil }

    func closeFile() { peek = nil }

    /// Notes where the segment ends, now that another follows.
    func seal(_ declared: SegmentHeader.Predecessor) { segment.declared = declared }

    func expect(_ digest: UInt64) { index?.expect(digest) }

    /// Hands over the lines that hold the name's text and end before `limit`, oldest first.
    func find(_ run: inout FindRun, upTo limit: Int64, _ each: (ScannedLine) throws -> Void) throws {
        try prepare(limit)
        run.offsets.removeAll(keepingCapacity: true)
        let covered = index?.header.position.length ?? 0
        if let index, !index.offsets(of: run.match.digest, &run.offsets) {
            self.index = nil
            isDamaged = true
            return try scan(&run, from: 0, nil, upTo: limit, behind: 0, each)
        }
        if let recent {
            if recent.start > covered, try !fill(from: covered, to: recent.start) {
                return try scan(&run, from: 0, nil, upTo: limit, behind: 0, each)
            }
            // What both know is taken once.
            run.offsets.removeAll { $0 >= self.recent?.start ?? 0 }
            self.recent?.table.offsets(of: run.match.digest, &run.offsets)
            run.offsets.sort()
        }
        var last: Int64 = 0
        if !run.offsets.isEmpty {
            guard try take(&run, upTo: limit, &last, each) else {
                return try scan(&run, from: 0, nil, upTo: limit, behind: last, each)
            }
        }
        guard recent == nil, covered < limit else { return }
        try scan(&run, from: covered, index?.header.chain, upTo: limit, behind: last, each)
    }

    /// Opens the index where that was not done yet.
    ///
    /// A sealed segment may get a better one at any time.
    private func prepare(_ limit: Int64) throws(JournalError) {
        let isComplete = index?.header.position.length == limit
        guard !isComplete, !isTried || segment.declared != nil else { return }
        isTried = true
        guard let found = SegmentIndex.load(segment.ordinal, io), try found.header.agrees(with: segment, limit, io)
        else { return }
        index = found
        isDamaged = false
        if found.header.position.length == limit, segment.declared != nil { recent = nil }
    }

    /// Hands over the lines at the offsets.
    ///
    /// False when one of them is not as it was: then `last` is the `n` of the last that was.
    private func take(
        _ run: inout FindRun, upTo limit: Int64, _ last: inout Int64, _ each: (ScannedLine) throws -> Void
    ) throws -> Bool {
        guard let peek = try peek ?? open() else { return false }
        peek.forget()
        for offset in run.offsets {
            guard let (bytes, shape) = try peek.line(at: offset, upTo: limit), shape.number > last else { return false }
            if run.match.isIn(bytes) {
                let line = ScannedLine(
                    bytes: bytes, number: shape.number, segment: segment.ordinal, offset: offset, isHeader: false)
                try each(line)
            }
            run.report.lines += 1
            last = shape.number
        }
        return true
    }

    /// Reads every line from an offset on, and hands over those that bear the name and come behind a number.
    private func scan(
        _ run: inout FindRun, from start: Int64, _ chain: ChainState?, upTo limit: Int64, behind last: Int64,
        _ each: (ScannedLine) throws -> Void
    ) throws {
        let match = run.match
        let part = try JournalScan.part(of: segment, after: chain, from: start, io, upTo: limit) { line in
            if line.number > last, match.isIn(line.bytes) { try each(line) }
        }
        run.add(part)
    }

    /// Reads the names of the lines that neither the index nor the table knows; false when they are not whole.
    private func fill(from start: Int64, to end: Int64) throws -> Bool {
        let chain = index?.header.chain
        var names = IndexTable()
        let part = try JournalScan.part(of: segment, after: chain, from: start, io, upTo: end) { line in
            names.add(line.bytes, at: line.offset)
        }
        guard part.isComplete(to: DurablePosition(segment: segment.ordinal, length: end)) else { return false }
        recent?.table.add(names)
        recent?.start = start
        return true
    }

    private func open() throws(JournalError) -> LinePeek? {
        guard let file = try io.open(segment.name, writing: false) else { return nil }
        let opened = LinePeek(file)
        peek = opened
        return opened
    }
}
