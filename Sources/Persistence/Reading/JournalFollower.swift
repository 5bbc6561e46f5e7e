/// Reads on from where it stopped: for those who ship lines elsewhere as they become durable.
///
/// Takes no lock, writes nothing.
public final class JournalFollower {
    private let directory: String
    /// The last line that was handed over; nil before the first.
    private var last: Checkpoint?

    /// Begins with the first line of the journal in this folder, which need not be there yet.
    public init(directory: String) {
        self.directory = directory
    }

    /// Hands over every record that has become durable since the last call, oldest first.
    ///
    /// Records of a call that throws are handed over again by the next.
    ///
    /// - Returns: what was found in the part that was read.
    /// - Throws: `JournalError`, `.damaged` when the journal is not the one any more that was read before, or what
    ///   `each` throws.
    @discardableResult
    public func poll(each: (JournalRecord) throws -> Void) throws -> JournalReport {
        var unreadable: [JournalProblem] = []
        var report = try scan { line in try RecordReader.read(line, &unreadable, each) }
        report.problems += unreadable
        return report
    }

    /// Hands over every line as it stands, headers too.
    @discardableResult
    public func pollLines(each: (RawLine) throws -> Void) throws -> JournalReport {
        try scan { try each(RawLine($0)) }
    }

    private func scan(_ each: (ScannedLine) throws -> Void) throws -> JournalReport {
        guard let io = try DiskFolder.existing(directory) else { return JournalReport() }
        let view = try ReaderView(io, onlyDurable: true)
        if let last, let end = view.end, try !isThere(last, view.segments, io) {
            // After a power failure the writer's mark may be behind what it was.
            if end.word < last.position.word { return JournalReport() }
            throw JournalError.damaged(
                segment: SegmentName.make(last.position.segment), line: 0,
                detail: "line \(last.chain.number), which was read before, is not there any more")
        }
        let scan = try JournalScan.run(view.segments, io, upTo: view.end, from: last, each: each)
        if let end = scan.end, let segment = view.segments.segments.first(where: { $0.ordinal == end.segment }) {
            last = Checkpoint(
                generation: segment.header?.generation ?? "", chain: scan.follower.chain, position: end, findings: [],
                state: [])
        }
        return scan.report
    }

    /// Whether this is still the journal that was read before.
    private func isThere(
        _ last: Checkpoint, _ folder: SegmentFolder, _ io: any JournalIO
    ) throws(JournalError) -> Bool {
        guard let segment = folder.segments.first(where: { $0.ordinal == last.position.segment }),
            segment.header?.generation == last.generation, let file = try io.open(segment.name, writing: false)
        else { return false }
        return try file.size() >= last.position.length
    }
}
