/// The file `journal.pruned`: up to where segments were taken away on purpose, and the last line that went with them.
/// `{"through":3,"n":4711,"c":"0cdd38f3","h":"74159cf4dd17d894250497655d01da1d"}`
struct PrunedJournal: Equatable, Sendable {
    static let name = "journal.pruned"
    private static let longest = 4096

    /// The highest ordinal that need not be there any more.
    let segment: Int
    /// The last line up to there.
    let chain: ChainState

    /// Nil when there is none, or it can't be read: then what is missing counts as missing.
    static func load(_ io: any JournalIO) throws(JournalError) -> PrunedJournal? {
        guard let file = try io.open(name, writing: false) else { return nil }
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(JournalError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
        }
        return bytes.prefix(count).withUnsafeBytes { PrunedJournal(bytes: $0) }
    }

    /// Returns what the last line of a segment prints that is gone; nil for every segment but the last of them.
    func end(of segment: Int) -> (checksum: UInt32?, digest: PrintedDigest)? {
        segment == self.segment ? (chain.checksum, chain.digest) : nil
    }

    private init?(bytes: UnsafeRawBufferPointer) {
        var text = JSONText(bytes)
        guard text.accept("{\"through\":"), let segment = text.integer(), SegmentName.ordinals.contains(segment),
            text.accept(",\"n\":"), let number = text.integer(), number > 0, text.accept(",\"c\":"),
            let printed = text.string(), printed.utf8.count == 8, let checksum = UInt32(printed, radix: 16),
            text.accept(",\"h\":"), let digest = text.string(), digest.utf8.count == 32, text.accept(0x7d)
        else { return nil }
        self.segment = Int(segment)
        chain = ChainState(
            number: number, checksum: checksum,
            digest: Array(digest.utf8).withUnsafeBytes { PrintedDigest(printed: $0) })
    }
}
