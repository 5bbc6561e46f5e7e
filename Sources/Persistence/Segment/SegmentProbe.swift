/// Looks at one segment's header, and at the line that it says it follows.
struct SegmentProbe {
    /// What a first line is worth.
    enum Finding {
        /// Its `c` continues the line that it names.
        case verified(SegmentHeader, ChainState)
        /// It reads well, and the line that it names can't be read; with a chain when its `h` continues that line, and
        /// only one of the two `c` is damaged.
        case plausible(SegmentHeader, ChainState?)
        /// It is none, or does not follow the line that it names.
        case damaged
    }

    let io: any JournalIO
    /// What is not there on purpose.
    var pruned: PrunedJournal?

    /// Returns what the header of a segment without lines says of the one before, when that is not there as it says.
    ///
    /// Its predecessor was durable before the header was written, so the header alone proves a loss.
    func dangling(_ ordinal: Int) throws(JournalError) -> SegmentHeader.Predecessor? {
        guard let file = try io.open(SegmentName.make(ordinal), writing: false),
            case .plausible(let header, nil) = try header(of: ordinal, file)
        else { return nil }
        return header.previous
    }

    /// Throws `.unsupported` for a verified header of a later format.
    func header(of ordinal: Int, _ file: any JournalFile) throws(JournalError) -> Finding {
        let window = try SegmentWindow(file, limit: Int64(LineShape.longest))
        guard let line = try window.line(at: 0), line.start == 0, line.isTerminated,
            let shape = LineShape(line.bytes), let header = SegmentHeader(line: line.bytes), header.segment == ordinal
        else { return .damaged }
        let finding = try judge(line.bytes, shape, header)
        if case .verified = finding, header.version != SegmentHeader.version {
            throw .unsupported(version: header.version, segment: SegmentName.make(ordinal))
        }
        return finding
    }

    /// Whether any line of the segment continues the line before it.
    func holdsLines(_ file: any JournalFile) throws(JournalError) -> Bool {
        let window = try SegmentWindow(file)
        var before: UInt32?
        var offset: Int64 = 0
        while let line = try window.line(at: offset) {
            offset = line.next
            let shape = line.isTerminated ? LineShape(line.bytes) : nil
            if let before, let shape, shape.follows(before, line.bytes) { return true }
            before = line.isTerminated ? LineShape.printedChecksum(line.bytes) : nil
        }
        return false
    }

    private func judge(
        _ bytes: UnsafeRawBufferPointer, _ shape: LineShape, _ header: SegmentHeader
    ) throws(JournalError) -> Finding {
        guard let previous = header.previous else {
            let isFirst = shape.number == 1 && shape.follows(0, bytes)
            return isFirst ? .verified(header, shape.state(bytes)) : .damaged
        }
        guard previous.segment < header.segment, let end = try lastLine(of: previous) else {
            return .plausible(header, nil)
        }
        let body = UnsafeRawBufferPointer(rebasing: bytes[..<shape.digestLength])
        // The line before may itself be damaged in `c`, or in `h`, and is mended later.
        if let before = end.checksum, shape.follows(before, bytes) { return .verified(header, shape.state(bytes)) }
        if end.digest.following(body, using: SHA256Digest()) == LineShape.printedDigest(bytes) {
            return .plausible(header, shape.state(bytes))
        }
        return end.checksum == nil ? .plausible(header, nil) : .damaged
    }

    /// Returns what the line prints that ends where the predecessor's valid bytes end, whatever else is in it.
    private func lastLine(
        of previous: SegmentHeader.Predecessor
    ) throws(JournalError) -> (checksum: UInt32?, digest: PrintedDigest)? {
        let length = Int64(LineShape.suffix + 1)
        guard previous.length >= length else { return nil }
        guard let file = try io.open(SegmentName.make(previous.segment), writing: false) else {
            return pruned?.end(of: previous.segment)
        }
        guard try file.size() >= previous.length else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(length))
        let count = try bytes.withUnsafeMutableBufferPointer { bytes throws(JournalError) in
            try file.read(into: UnsafeMutableRawBufferPointer(bytes), at: previous.length - length)
        }
        guard count == bytes.count else { return nil }
        return bytes.withUnsafeBytes { bytes in
            let line = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
            return (LineShape.printedChecksum(line), LineShape.printedDigest(line))
        }
    }
}
