/// One flipped bit that was put right in memory.
///
/// The file is as it was.
public struct JournalRepair: Sendable, Equatable {
    /// The line's `n`.
    public let number: Int64
    /// The segment that holds it.
    public let segment: Int
    /// Where in the segment the flipped byte is.
    public let offset: Int64
    /// What was flipped, as a mask of one bit.
    public let mask: UInt8
}
