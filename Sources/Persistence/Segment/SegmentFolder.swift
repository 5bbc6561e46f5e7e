/// Which segments belong to the journal, oldest first.
struct SegmentFolder {
    private(set) var segments: [Segment] = []
    /// Ordinals that no line counts of.
    private(set) var stillborn: [Int] = []
    /// Those of them that no later header declares to be so.
    private(set) var undeclared: [Int] = []
    /// Ordinals that a header names and that are not there.
    private(set) var missing: [Int] = []
    /// The same for those that only the header of a segment without lines names.
    private(set) var dangling: [Int] = []
    /// Ordinals of segments that are shorter than a later header says.
    private(set) var short: [Int] = []
    /// No higher ordinal was looked at.
    let limit: Int
    /// What is not there on purpose.
    let pruned: PrunedJournal?
    /// The highest ordinal that was ever used; 0 in an empty folder.
    private(set) var highest = 0

    /// Finds them from the newest back, as each header names the segment before.
    init(_ io: any JournalIO, upTo last: Int = .max) throws(JournalError) {
        limit = last
        pruned = try PrunedJournal.load(io)
        var ordinals = try io.list().compactMap(SegmentName.ordinal).filter { $0 <= last }.sorted()
        highest = ordinals.last ?? 0
        let probe = SegmentProbe(io: io, pruned: pruned)
        var declared: SegmentHeader.Predecessor?
        while let ordinal = ordinals.popLast() {
            guard let segment = try Self.segment(ordinal, declared, probe, below: ordinals) else {
                stillborn.append(ordinal)
                undeclared.append(ordinal)
                try noteLoss(named: probe.dangling(ordinal), among: ordinals, io, isDangling: true)
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
            if ordinals.last == previous.segment { declared = previous }
            try noteLoss(named: previous, among: ordinals, io)
        }
        stillborn += ordinals
        stillborn.sort()
        undeclared.sort()
        segments.reverse()
        missing.reverse()
        short.reverse()
    }

    /// `gen` of the newest header that can be read; nil when there is none.
    var generation: String? { segments.last { $0.header != nil }?.header?.generation }

    /// Whether a segment that is not there was taken away on purpose.
    func isPruned(_ ordinal: Int) -> Bool { ordinal <= pruned?.segment ?? 0 }

    /// Notes a segment that a header says to be there, and that is not, or is shorter.
    private mutating func noteLoss(
        named previous: SegmentHeader.Predecessor?, among ordinals: [Int], _ io: any JournalIO,
        isDangling: Bool = false
    ) throws(JournalError) {
        guard let previous, !isPruned(previous.segment) || ordinals.contains(previous.segment) else { return }
        guard ordinals.contains(previous.segment),
            let file = try io.open(SegmentName.make(previous.segment), writing: false)
        else {
            if isDangling { dangling.append(previous.segment) } else { missing.append(previous.segment) }
            return
        }
        if try file.size() < previous.length { short.append(previous.segment) }
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

/// A segment that belongs to the journal, and how far its bytes count.
struct Segment: Equatable {
    let ordinal: Int
    /// Nil when its first line can't be read.
    let header: SegmentHeader?
    /// The chain after the header, where its line proves it; nil when only the lines around it can tell.
    let verified: ChainState?
    /// The header, when it is not what the file holds.
    let mended: LineRepair?
    /// What its successor declares of its end; nil in the last one, and where the successor's header is damaged.
    var declared: SegmentHeader.Predecessor?

    var name: String { SegmentName.make(ordinal) }
}
