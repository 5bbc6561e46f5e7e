/// Where a line begins: a segment and an offset in it.
///
/// Lines never move.
public struct LinePlace: Hashable, Comparable, Sendable {
    private let word: UInt64

    /// The segment's ordinal.
    public var segment: Int { Int(word >> 32) }
    /// The line's first byte in the segment.
    public var offset: Int64 { Int64(word & 0xffff_ffff) }

    init(segment: Int, offset: Int64) {
        word = DurablePosition(segment: segment, length: offset).word
    }

    /// Whether the left line stands before the right one.
    public static func < (left: LinePlace, right: LinePlace) -> Bool { left.word < right.word }
}
