import PayEngine

/// When something happened.
struct Moment: Equatable, Sendable {
    /// The wall clock, for people.
    var wall: Timestamp
    /// Milliseconds since boot, never set back, the machine's sleep counted: pauses are measured with it.
    var uptime: Int64

    /// What the wall clock of now would have shown at another uptime.
    func wall(ofUptime other: Int64) -> Timestamp {
        Timestamp(milliseconds: wall.milliseconds - (uptime - other))
    }
}
