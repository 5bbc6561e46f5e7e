extension Journal {
    /// Opens the next segment, whose header declares where the one before ends. On an error its ordinal is used up.
    func openSegment(_ stamp: Stamp) throws(JournalError) -> ActiveSegment {
        lastOrdinal += 1
        let ordinal = lastOrdinal
        let name = SegmentName.make(ordinal)
        let header = SegmentHeader(
            segment: ordinal, generation: generation, till: till, first: chain.number + 1,
            previous: declaredEnd())
        let (line, next) = try builder.line(
            after: chain, event: SegmentHeader.event, order: nil, keys: [], stamp: stamp, fields: header.fields)
        var segment = ActiveSegment(ordinal: ordinal, file: try io.create(name), length: 0)
        try segment.append(line, name)
        try io.sync()
        chain = next
        end = segment.position
        publish()
        return segment
    }

    /// Where the last segment's valid bytes end, and what stands behind them.
    private func declaredEnd() -> SegmentHeader.Predecessor? {
        guard let end else { return nil }
        let void = VoidBytes(io, after: end)
        return SegmentHeader.Predecessor(
            segment: end.segment, length: end.length, void: void.count, sha256: void.sha256)
    }
}
