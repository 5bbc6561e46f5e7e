/// A line that a scan verified.
struct ScannedLine {
    /// The line without its LF, valid during the call that hands it over.
    let bytes: UnsafeRawBufferPointer
    /// Its `n`.
    let number: Int64
    /// The segment.
    let segment: Int
    /// Where it begins in the segment.
    let offset: Int64
    /// Whether it is the segment's header.
    let isHeader: Bool
}
