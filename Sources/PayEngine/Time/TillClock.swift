/// Where the till gets its time from: the real clocks, or a test's.
public protocol TillClock: Sendable {
    /// The wall clock.
    var now: Timestamp { get }
    /// Time since boot, never set back: all pauses and limits are measured with it.
    var uptime: Duration { get }
    /// Returns after the duration, or at once with an error when the task is cancelled.
    func pause(for duration: Duration) async throws(CancellationError)
}
