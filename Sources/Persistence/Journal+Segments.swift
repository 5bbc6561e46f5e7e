extension Journal {
    /// Opens the next segment, whose header declares where the one before ends.
    ///
    /// On an error its ordinal is used up. `loss` is what the first line behind the header tells, where the journal
    /// runs on behind a loss.
    func openSegment(
        _ stamp: Stamp, behind loss: (words: LossAcceptance, found: [[Int64]], generation: String?)? = nil
    ) throws(JournalError) -> ActiveSegment {
        guard SegmentName.ordinals.contains(Int64(lastOrdinal) + 1) else { throw .unacceptable("no ordinal is left") }
        lastOrdinal += 1
        let ordinal = lastOrdinal
        let header = SegmentHeader(
            segment: ordinal, generation: generation, till: till, first: chain.number + 1,
            previous: declaredEnd())
        var (line, next) = try builder.line(
            after: chain, event: SegmentHeader.event, order: nil, keys: [], stamp: stamp, fields: header.fields)
        let headerChain = next
        if let loss {
            let fields = JournalLoss.fields(
                staff: loss.words.staff, reason: loss.words.reason, approval: loss.words.approval,
                generation: loss.generation, found: loss.found)
            let (told, last) = try builder.line(
                after: next, event: JournalLoss.event, order: nil, keys: [], stamp: stamp, fields: fields)
            // In one write: a header without it would hide the loss.
            line += [0x0a] + told
            next = last
        }
        var segment = try ActiveSegment(
            ordinal: ordinal, file: try io.create(SegmentName.make(ordinal)), length: 0, limits: limits)
        try segment.append(line)
        try io.sync()
        let before = end.map { (position: $0, chain: chain) }
        chain = next
        end = segment.position
        publish()
        if let before { seal(before.position.segment) }
        index(header, headerChain, before)
        return segment
    }

    /// Cuts off the fill of a segment that is over, and nothing else.
    private func seal(_ ordinal: Int) {
        guard let file = try? io.open(SegmentName.make(ordinal), writing: true),
            let size = try? file.size(), let end = try? SegmentTail.contentEnd(file), end < size
        else { return }
        // The fill does no harm where it can't be cut off.
        try? file.truncate(to: end)
    }

    /// Returns where the last segment's valid bytes end, and what stands behind them.
    private func declaredEnd() -> SegmentHeader.Predecessor? {
        guard let end else { return nil }
        let void = VoidBytes(io, after: end)
        return SegmentHeader.Predecessor(
            segment: end.segment, length: end.length, void: void.count, sha256: void.sha256)
    }
}
