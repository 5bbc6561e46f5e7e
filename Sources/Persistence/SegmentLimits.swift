/// How large segments get. Tests use small ones.
struct SegmentLimits {
    /// A segment's most bytes.
    var longest: Int64 = 64 << 20
    /// How far it is filled ahead with LF at a time.
    var step: Int64 = 1 << 20
}
