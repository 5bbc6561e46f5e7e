/// What a reader may look at, fixed at one moment: lines that are written later are not its business.
struct ReaderView {
    let segments: SegmentFolder
    /// Where the newest segment's readable part ends; nil when there is none.
    let end: DurablePosition?

    /// With `onlyDurable` also lines that a writer left behind are passed over until the next has made sure of them.
    init(_ directory: String, _ io: any JournalIO, onlyDurable: Bool = false) throws(JournalError) {
        var free: DurablePosition?
        let lock = try LockView.look(in: directory) { () throws(JournalError) in
            free = try Self.contentEnd(io)
        }
        switch lock {
        case .writer(let position): end = position
        case .free(let published): end = onlyDurable ? published ?? free : free
        }
        segments = try SegmentFolder(io, upTo: end?.segment ?? 0)
    }

    /// Behind the last byte that is not LF, and its LF.
    private static func contentEnd(_ io: any JournalIO) throws(JournalError) -> DurablePosition? {
        guard let last = try io.list().compactMap(SegmentName.ordinal).max(),
            let file = try io.open(SegmentName.make(last), writing: false)
        else { return nil }
        return DurablePosition(segment: last, length: try SegmentTail.contentEnd(file))
    }
}
