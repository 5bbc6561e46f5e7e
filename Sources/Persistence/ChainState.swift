/// Where the chain of lines stands: what the next line has to follow.
struct ChainState: Equatable, Sendable {
    /// The last line's `n`; 0 before the first.
    var number: Int64
    /// The last line's `c`.
    var checksum: UInt32
    /// The last line's `h`.
    var digest: PrintedDigest

    /// Before the first line of a journal.
    static let start = ChainState(number: 0, checksum: 0, digest: .none)
}
