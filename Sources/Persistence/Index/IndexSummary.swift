/// What making all indexes anew came to.
public struct IndexSummary: Sendable, Equatable {
    /// Segments that have a new one.
    public var segments = 0
    /// Names in there, each counted once for each line that bears it.
    public var names = 0
    /// Ordinals of segments in which lines are missing.
    ///
    /// They have none, and are read at every look-up.
    public var damaged: [Int] = []

    /// Makes a summary of nothing.
    public init() {}
}
