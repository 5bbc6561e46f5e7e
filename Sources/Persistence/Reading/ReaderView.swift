/// What a reader may look at, fixed at one moment: lines that are written later are not in it.
struct ReaderView {
    let segments: SegmentFolder
    /// Where the newest segment's readable part ends; nil when there is none.
    let end: DurablePosition?
    /// What the last writer said to be durable.
    let claimed: DurablePosition?
    /// Whether a writer lives.
    let isWritten: Bool

    /// With `onlyDurable` also lines that a writer left behind are passed over until the next has made sure of them.
    init(_ io: DiskFolder, onlyDurable: Bool = false) throws(JournalError) {
        var free: DurablePosition?
        func isPossible(_ position: DurablePosition) throws(JournalError) -> Bool { try Self.isThere(position, io) }
        let lock = try LockView.look(in: io, isPossible: isPossible) { () throws(JournalError) in
            free = try Self.contentEnd(io)
        }
        claimed = lock.claimed
        switch lock {
        case .writer(let position?) where try Self.isThere(position, io):
            end = position
            isWritten = true
        case .writer:
            end = try Self.contentEnd(io)
            isWritten = true
        case .free(let published):
            end = onlyDurable ? published ?? free : free
            isWritten = false
        }
        segments = try SegmentFolder(io, upTo: end?.segment ?? 0)
    }

    /// Whether a file is as long as a writer says that it is.
    private static func isThere(_ position: DurablePosition, _ io: DiskFolder) throws(JournalError) -> Bool {
        guard SegmentName.ordinals.contains(Int64(position.segment)),
            let file = try io.open(SegmentName.make(position.segment), writing: false)
        else { return false }
        return try file.size() >= position.length
    }

    /// Behind the last byte that is not LF, and its LF.
    private static func contentEnd(_ io: any JournalIO) throws(JournalError) -> DurablePosition? {
        guard let last = try io.list().compactMap(SegmentName.ordinal).max(),
            let file = try io.open(SegmentName.make(last), writing: false)
        else { return nil }
        return DurablePosition(segment: last, length: try SegmentTail.contentEnd(file))
    }
}
