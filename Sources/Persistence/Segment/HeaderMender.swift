/// Mends a segment's header.
///
/// What it follows is not known then: the place may be what is damaged.
struct HeaderMender {
    let probe: SegmentProbe
    /// Of each older segment the last few lines may be the one before: those behind it are void.
    private static let candidates = 4

    /// Tries everything that the header may follow, nearest first.
    func mend(
        _ ordinal: Int, _ file: any JournalFile, below ordinals: [Int]
    ) throws(JournalError) -> (SegmentHeader, LineRepair)? {
        let window = try SegmentWindow(file, limit: Int64(LineRepairer.reach))
        let bytes = Array(try window.bytes(at: 0, LineRepairer.reach))
        // A file of nothing but zeros and LF was never a segment.
        guard bytes.contains(0x22) else { return nil }
        for older in ordinals.reversed() {
            for state in try endings(of: older) {
                if let found = Self.mend(bytes, after: state, ordinal) { return found }
            }
        }
        return Self.mend(bytes, after: .start, ordinal)
    }

    private static func mend(
        _ bytes: [UInt8], after state: ChainState, _ ordinal: Int
    ) -> (SegmentHeader, LineRepair)? {
        guard let repair = bytes.withUnsafeBytes({ LineRepairer(after: state).mend($0) }),
            let header = repair.line.withUnsafeBytes({ SegmentHeader(line: $0) }), header.segment == ordinal
        else { return nil }
        return (header, repair)
    }

    /// Returns what the last lines of a segment print, the last one first.
    private func endings(of ordinal: Int) throws(JournalError) -> [ChainState] {
        guard let file = try probe.io.open(SegmentName.make(ordinal), writing: false) else { return [] }
        let window = try SegmentWindow(file)
        var states: [ChainState] = []
        var offset: Int64 = 0
        while let line = try window.line(at: offset) {
            offset = line.next
            guard line.isTerminated, let shape = LineShape(line.bytes) else { continue }
            if states.count == Self.candidates { states.removeFirst() }
            states.append(shape.state(line.bytes))
        }
        return states.reversed()
    }
}
