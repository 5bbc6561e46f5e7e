/// When a line was written: the wall clock, and what shows that the wall clock was moved.
struct Stamp: Equatable, Sendable {
    /// Wall time in milliseconds since 1970.
    var milliseconds: Int64
    /// Nanoseconds since boot.
    var monotonic: Int64
    /// The boot that they count from.
    var boot: String
}
