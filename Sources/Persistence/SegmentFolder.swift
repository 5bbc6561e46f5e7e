/// Which segments belong to the journal, oldest first.
struct SegmentFolder {
    private(set) var segments: [Segment] = []
    /// Ordinals that no line counts of.
    private(set) var stillborn: [Int] = []
    /// Ordinals that a header names and that are not there.
    private(set) var missing: [Int] = []
    /// The highest ordinal that was ever used; 0 in an empty folder.
    private(set) var highest = 0

    /// Finds them from the newest back, as each header names the segment before.
    init(_ io: any JournalIO, upTo last: Int = .max) throws(JournalError) {
        var ordinals = try io.list().compactMap(SegmentName.ordinal).filter { $0 <= last }.sorted()
        highest = ordinals.last ?? 0
        let probe = SegmentProbe(io: io)
        var declared: SegmentHeader.Predecessor?
        while let ordinal = ordinals.popLast() {
            guard let segment = try Self.segment(ordinal, declared, probe, below: ordinals) else {
                stillborn.append(ordinal)
                continue
            }
            segments.append(segment)
            declared = nil
            guard let header = segment.header else { continue }
            guard let previous = header.previous else { break }
            while let between = ordinals.last, between > previous.segment {
                stillborn.append(between)
                ordinals.removeLast()
            }
            if ordinals.last == previous.segment { declared = previous } else { missing.append(previous.segment) }
        }
        stillborn += ordinals
        stillborn.sort()
        segments.reverse()
        missing.reverse()
    }

    /// Nil when it is stillborn.
    private static func segment(
        _ ordinal: Int, _ declared: SegmentHeader.Predecessor?, _ probe: SegmentProbe, below: [Int]
    ) throws(JournalError) -> Segment? {
        guard let file = try probe.io.open(SegmentName.make(ordinal), writing: false) else { return nil }
        switch try probe.header(of: ordinal, file) {
        case .verified(let header, let chain):
            return Segment(ordinal: ordinal, header: header, verified: chain, mended: nil, declared: declared)
        case .plausible(let header, let chain):
            if let mended = try mended(ordinal, declared, file, probe, below) { return mended }
            // Named as a predecessor, it holds lines whatever they look like now.
            if declared == nil, chain == nil, try !probe.holdsLines(file) { return nil }
            return Segment(ordinal: ordinal, header: header, verified: chain, mended: nil, declared: declared)
        case .damaged:
            if let mended = try mended(ordinal, declared, file, probe, below) { return mended }
            if declared == nil, try !probe.holdsLines(file) { return nil }
            return Segment(ordinal: ordinal, header: nil, verified: nil, mended: nil, declared: declared)
        }
    }

    private static func mended(
        _ ordinal: Int, _ declared: SegmentHeader.Predecessor?, _ file: any JournalFile, _ probe: SegmentProbe,
        _ below: [Int]
    ) throws(JournalError) -> Segment? {
        guard let (header, repair) = try HeaderMender(probe: probe).mend(ordinal, file, below: below) else {
            return nil
        }
        return Segment(ordinal: ordinal, header: header, verified: repair.chain, mended: repair, declared: declared)
    }
}
