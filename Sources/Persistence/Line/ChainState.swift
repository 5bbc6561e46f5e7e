/// Where the chain of lines stands: what the next line has to follow.
struct ChainState: Equatable, Sendable {
    /// The last line's `n`; 0 before the first.
    var number: Int64
    /// The last line's `c`.
    var checksum: UInt32
    /// The last line's `h`.
    var digest: PrintedDigest

    /// Behind a line of which nothing is known but its number.
    init(number: Int64) {
        self.init(number: number, checksum: 0, digest: .none)
    }

    init(number: Int64, checksum: UInt32, digest: PrintedDigest) {
        self.number = number
        self.checksum = checksum
        self.digest = digest
    }

    /// Before the first line of a journal.
    static let start = ChainState(number: 0)
}
