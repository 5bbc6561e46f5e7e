/// The segment that is being written.
struct ActiveSegment {
    let ordinal: Int
    let file: any JournalFile
    let limits: SegmentLimits
    /// Behind its last line.
    private(set) var length: Int64
    /// Up to here the file is made of LF that lines are written over.
    private var filled: Int64
    /// Where the last two lines end, and how.
    private var ends: [(offset: Int64, bytes: [UInt8])]

    /// Takes a file whose lines end at `length`, behind which there is nothing but LF.
    init(ordinal: Int, file: any JournalFile, length: Int64, limits: SegmentLimits) throws(JournalError) {
        self.ordinal = ordinal
        self.file = file
        self.limits = limits
        self.length = length
        filled = max(length, try file.size())
        ends = [try SegmentWitness.end(of: file, at: length)]
    }

    /// What the file holds from now on, unless somebody changes it.
    var witness: SegmentWitness { SegmentWitness(size: filled, ends: ends) }

    var position: DurablePosition { DurablePosition(segment: ordinal, length: length) }

    /// Whether a line and its LF still fit.
    func holds(_ line: [UInt8]) -> Bool {
        length + Int64(line.count) + 1 <= limits.longest
    }

    /// Writes a line with its LF and makes it durable.
    ///
    /// After an error this segment is over.
    mutating func append(_ line: [UInt8]) throws(JournalError) {
        let bytes = line + [0x0a]
        let end = length + Int64(bytes.count)
        if end > filled { try fill(beyond: end) }
        try write(bytes, at: length)
        try file.sync()
        length = end
        ends = ends.suffix(1) + [SegmentWitness.end(of: bytes, at: end)]
        filled = max(filled, end)
    }

    /// Puts LF ahead of the lines.
    ///
    /// On a journaling file system a write that neither moves the end of the file nor needs new blocks becomes durable
    /// at half the cost. The sync that follows is the line's own.
    private mutating func fill(beyond end: Int64) throws(JournalError) {
        let target = min(limits.longest, (end / limits.step + 1) * limits.step)
        guard target > filled else { return }
        let feeds = [UInt8](repeating: 0x0a, count: Int(target - filled))
        do throws(JournalError) {
            filled += Int64(try file.write(feeds.span.bytes, at: filled))
        } catch .system(_, _, SystemCall.noSpace) {
            // A convenience that a full disk can do without.
        }
    }

    private func write(_ bytes: [UInt8], at offset: Int64) throws(JournalError) {
        // A short write comes from a full disk; the next try would say so.
        guard try file.write(bytes.span.bytes, at: offset) == bytes.count else {
            throw .system(call: "pwrite", path: SegmentName.make(ordinal), errno: SystemCall.noSpace)
        }
    }
}

/// How large segments get; tests use small ones.
package struct SegmentLimits: Sendable {
    /// A segment's most bytes.
    package var longest: Int64
    /// How far it is filled ahead with LF at a time.
    package var step: Int64
    /// How many bytes of new lines are worth a new index of the segment that is being written: what the next start has
    /// to read of them besides.
    package var indexStep: Int64

    package init(longest: Int64 = 64 << 20, step: Int64 = 1 << 20, indexStep: Int64 = 4 << 20) {
        self.longest = longest
        self.step = step
        self.indexStep = indexStep
    }
}
