import PayEngine

/// When something happened.
struct Moment: Equatable, Sendable {
    /// The wall clock, for people.
    var wall: Timestamp
    /// Milliseconds since boot, never set back, the machine's sleep counted: pauses are measured with it.
    var uptime: Int64
    /// How many milliseconds of ``uptime`` the machine slept.
    var suspended: Int64 = 0

    /// Returns what the wall clock of now would have shown at another uptime.
    func wall(ofUptime other: Int64) -> Timestamp {
        Timestamp(milliseconds: wall.milliseconds - (uptime - other))
    }
}

extension Moment {
    init(_ clock: any TillClock) {
        self.init(
            wall: clock.now, uptime: clock.boottime.milliseconds, suspended: clock.suspended.milliseconds)
    }
}
