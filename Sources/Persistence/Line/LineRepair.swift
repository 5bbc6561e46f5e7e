/// A line with one flipped bit put right.
struct LineRepair: Equatable {
    /// The line as it was written, without its LF.
    let line: [UInt8]
    /// How many bytes of the file it takes, what was its LF included.
    let length: Int
    /// Where the flipped byte is, from the line's beginning on.
    let offset: Int
    /// The flipped bit.
    let mask: UInt8
    /// The chain after the line.
    let chain: ChainState
}
