/// Where the till gets its time from: the real clocks, or a test's.
public protocol TillClock: Sendable {
    /// The wall clock.
    var now: Timestamp { get }
    /// Time since boot, never set back, the machine's sleep counted: all pauses, ages and limits are measured with it.
    var boottime: Duration { get }
    /// How much of ``boottime`` the machine slept. It grows by a sleep, and by nothing else.
    var suspended: Duration { get }
    /// The name of this boot: times since different boots can't be compared.
    var boot: String { get }
    /// Returns after the duration, or at once with an error when the task is cancelled.
    func pause(for duration: Duration) async throws(CancellationError)
}

extension TillClock {
    /// Time since boot without the machine's sleep, as the journal's lines have it (`m`).
    public var monotonic: Duration { boottime - suspended }

    /// Whether the machine slept since ``suspended`` had this value.
    ///
    /// Two clocks are not read at the same instant, so a tenth of a second does not count.
    func hasSlept(since suspended: Duration) -> Bool { self.suspended - suspended > .milliseconds(100) }
}
