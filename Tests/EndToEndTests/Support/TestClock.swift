import PayEngine
import Synchronization

/// A clock that moves only when something pauses: pauses return at once and take their time from both its clocks. It
/// starts at the machine's own time, with which the journal stamps its lines, at a whole second.
final class TestClock: TillClock {
    fileprivate struct State {
        var uptime: Duration
        var now: Timestamp
        var end: Duration?
    }

    private let state: Mutex<State>

    init() {
        let system = SystemClock()
        state = Mutex(State(uptime: system.uptime, now: Timestamp(seconds: system.now.seconds)))
    }

    var now: Timestamp { state.withLock { $0.now } }
    var uptime: Duration { state.withLock { $0.uptime } }

    func advance(by duration: Duration) {
        state.withLock { $0.advance(by: duration) }
    }

    /// Moves the wall clock alone, as people do.
    func set(now: Timestamp) {
        state.withLock { $0.now = now }
    }

    /// A pause that would pass this moment never ends: what runs in the background comes to rest there.
    func stop(after duration: Duration) {
        state.withLock { $0.end = $0.uptime + duration }
    }

    func pause(for duration: Duration) async throws(CancellationError) {
        let isPastEnd = state.withLock { state in
            if let end = state.end, state.uptime + duration > end { return true }
            state.advance(by: duration)
            return false
        }
        guard isPastEnd else { return await Task.yield() }
        do {
            try await Task.sleep(for: .seconds(1_000_000))
        } catch {
            throw CancellationError()
        }
    }
}

extension TestClock.State {
    fileprivate mutating func advance(by duration: Duration) {
        uptime += duration
        let (seconds, attoseconds) = duration.components
        now = Timestamp(milliseconds: now.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
