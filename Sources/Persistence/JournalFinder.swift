/// Finds lines by their names in all segments of a journal.
final class JournalFinder {
    /// Oldest first.
    private(set) var segments: [IndexedSegment]
    private let io: any JournalIO
    /// How many files are kept open for the next look-up.
    private static let mostFiles = 128

    init(_ segments: [Segment], _ io: any JournalIO) {
        self.segments = segments.map { IndexedSegment($0, io) }
        self.io = io
    }

    /// Hands over the lines that hold the name's text, up to the end of the last segment's part that may be read.
    func find(_ run: inout FindRun, upTo end: DurablePosition?, each: (ScannedLine) throws -> Void) throws {
        for segment in segments { segment.expect(run.match.digest) }
        for (place, found) in segments.enumerated() {
            let segment = found.segment
            guard segment.verified != nil else {
                try readAmong(place, &run, upTo: end, each)
                continue
            }
            let limit = segment.ordinal == end?.segment ? end?.length : nil
            try found.find(&run, upTo: segment.declared?.length ?? limit ?? .max, each)
        }
        if segments.count(where: \.isOpen) > Self.mostFiles {
            for segment in segments { segment.closeFile() }
        }
    }

    /// Segments whose index could not be read at the last look-up.
    var damaged: [Segment] { segments.filter(\.isDamaged).map(\.segment) }

    /// Reads a segment whose header is damaged, from the last one before it whose header is not: what counts in there
    /// depends on where that one ends.
    private func readAmong(
        _ place: Int, _ run: inout FindRun, upTo end: DurablePosition?, _ each: (ScannedLine) throws -> Void
    ) throws {
        let first = segments[..<place].lastIndex { $0.segment.verified != nil } ?? 0
        let ordinal = segments[place].segment.ordinal
        let match = run.match
        let scan = try JournalScan.run(segments[first...place].map(\.segment), io, upTo: end) { line in
            if line.segment == ordinal, match.isIn(line.bytes) { try each(line) }
        }
        run.add(scan)
    }

    /// Takes in a segment that was made, and where the one before it ends.
    func add(_ segment: Segment, recent: RecentNames) {
        if let previous = segment.header?.previous {
            // Behind the one that it follows nothing counts.
            segments.removeAll { $0.segment.ordinal > previous.segment }
            segments.last?.seal(previous)
        }
        segments.append(IndexedSegment(segment, io, recent: recent))
    }
}
