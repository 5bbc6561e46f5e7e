/// When a line was written: the wall clock, and what shows that the wall clock was moved.
package struct Stamp: Equatable, Sendable {
    /// Wall time in milliseconds since 1970.
    package var milliseconds: Int64
    /// Nanoseconds since boot.
    package var monotonic: Int64
    /// The boot that they count from.
    package var boot: String

    package init(milliseconds: Int64, monotonic: Int64, boot: String) {
        self.milliseconds = milliseconds
        self.monotonic = monotonic
        self.boot = boot
    }
}
