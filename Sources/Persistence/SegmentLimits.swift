/// How large segments get. Tests use small ones.
package struct SegmentLimits: Sendable {
    /// A segment's most bytes.
    package var longest: Int64
    /// How far it is filled ahead with LF at a time.
    package var step: Int64

    package init(longest: Int64 = 64 << 20, step: Int64 = 1 << 20) {
        self.longest = longest
        self.step = step
    }
}
