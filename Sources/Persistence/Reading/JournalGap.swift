/// Lines that can't be read although later ones can.
public struct JournalGap: Sendable, Equatable {
    /// The missing `n`, both ends included.
    public let numbers: ClosedRange<Int64>
    /// The segment that holds the first line after the gap.
    public let segment: Int
}
