/// How large segments get; tests use small ones.
package struct SegmentLimits: Sendable {
    /// A segment's most bytes.
    package var longest: Int64
    /// How far it is filled ahead with LF at a time.
    package var step: Int64
    /// How many bytes of new lines are worth a new index of the segment that is being written: what the next start has
    /// to read of them besides.
    package var indexStep: Int64

    package init(longest: Int64 = 64 << 20, step: Int64 = 1 << 20, indexStep: Int64 = 4 << 20) {
        self.longest = longest
        self.step = step
        self.indexStep = indexStep
    }
}
