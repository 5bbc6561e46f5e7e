/// How far the journal is durable.
struct DurablePosition: Equatable, Sendable {
    /// The segment's ordinal.
    var segment: Int
    /// Its durable bytes.
    var length: Int64

    init(segment: Int, length: Int64) {
        self.segment = segment
        self.length = length
    }

    /// Unpacks one word, in which a position is kept so that a reader never sees half of it.
    init(word: UInt64) {
        segment = Int(word >> 32)
        length = Int64(word & 0xffff_ffff)
    }

    var word: UInt64 { UInt64(segment) << 32 | UInt64(length) }
}
