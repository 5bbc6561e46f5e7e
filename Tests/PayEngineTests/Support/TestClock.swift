import PayEngine
import Synchronization

/// A clock that moves only when something pauses: pauses return at once and take their time from both clocks.
final class TestClock: TillClock {
    private struct State {
        var uptime: Duration
        var now: Timestamp
        var suspended = SystemClock().suspended
        var boot = SystemClock().boot
        var pauses: [Duration] = []
        var end: Duration?
        var hook: (@Sendable () -> Void)?
    }

    private let state: Mutex<State>

    init(uptime: Duration = .seconds(1000), now: Timestamp = Timestamp(seconds: 1_795_239_487)) {
        state = Mutex(State(uptime: uptime, now: now))
    }

    var now: Timestamp { state.withLock { $0.now } }
    var boottime: Duration { state.withLock { $0.uptime } }
    var suspended: Duration { state.withLock { $0.suspended } }
    var boot: String { state.withLock { $0.boot } }
    /// All pauses so far.
    var pauses: [Duration] { state.withLock { $0.pauses } }

    func advance(by duration: Duration) {
        state.withLock { state in
            state.uptime += duration
            state.now = Timestamp(milliseconds: state.now.milliseconds + Int64(duration.wholeMilliseconds))
        }
    }

    /// The machine sleeps: all clocks but the monotonic one go on.
    func sleep(for duration: Duration) {
        advance(by: duration)
        state.withLock { $0.suspended += duration }
    }

    /// The machine was started again.
    func restart(boot: String) {
        state.withLock { state in
            state.boot = boot
            state.uptime = .seconds(10)
            state.suspended = .zero
        }
    }

    /// Moves the wall clock alone, as people do.
    func set(now: Timestamp) {
        state.withLock { $0.now = now }
    }

    /// A pause that would pass this moment never ends: what runs in the background comes to rest there.
    func stop(at uptime: Duration) {
        state.withLock { $0.end = uptime }
    }

    /// Does something in every pause, before its time has passed.
    func inPauses(_ hook: @escaping @Sendable () -> Void) {
        state.withLock { $0.hook = hook }
    }

    func pause(for duration: Duration) async throws(CancellationError) {
        let (isPastEnd, hook) = state.withLock { state in
            state.pauses.append(duration)
            return (state.end.map { state.uptime + duration > $0 } ?? false, state.hook)
        }
        hook?()
        if isPastEnd {
            try? await Task.sleep(for: .seconds(1_000_000))
            throw CancellationError()
        }
        advance(by: duration)
        await Task.yield()
    }
}
