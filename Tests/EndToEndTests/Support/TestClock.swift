import PayEngine
import Synchronization

/// A clock that moves only when something pauses: pauses return at once and take their time from both its clocks. It
/// starts at the machine's own time, with which the journal stamps its lines, at a whole second.
final class TestClock: TillClock {
    private struct Sleeper {
        let wakes: Duration
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var uptime: Duration
        var now: Timestamp
        var suspended = SystemClock().suspended
        var boot = SystemClock().boot
        var end: Duration?
        var sleepers: [Sleeper] = []

        mutating func advance(by duration: Duration) {
            uptime += duration
            let (seconds, attoseconds) = duration.components
            now = Timestamp(milliseconds: now.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
        }
    }

    private let state: Mutex<State>

    init() {
        let system = SystemClock()
        state = Mutex(State(uptime: system.boottime, now: Timestamp(seconds: system.now.seconds)))
    }

    var now: Timestamp { state.withLock { $0.now } }
    var boottime: Duration { state.withLock { $0.uptime } }
    var suspended: Duration { state.withLock { $0.suspended } }
    var boot: String { state.withLock { $0.boot } }

    func advance(by duration: Duration) {
        state.withLock { $0.advance(by: duration) }
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

    /// A pause that would pass this moment waits there until the clock may go on.
    func stop(after duration: Duration) {
        state.withLock { $0.end = $0.uptime + duration }
    }

    /// Lets time pass up to a new end, and wakes who slept until then, the earliest first.
    func goOn(for duration: Duration) {
        let woken = state.withLock { state in
            let end = (state.end ?? state.uptime) + duration
            state.end = end
            let woken = state.sleepers.filter { $0.wakes <= end }.sorted { $0.wakes < $1.wakes }
            state.sleepers.removeAll { $0.wakes <= end }
            if let last = woken.last, last.wakes > state.uptime { state.advance(by: last.wakes - state.uptime) }
            return woken
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// How many wait for the clock to go on.
    var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    func pause(for duration: Duration) async throws(CancellationError) {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                let wakes = state.uptime + duration
                if let end = state.end, wakes > end {
                    state.sleepers.append(Sleeper(wakes: wakes, continuation: continuation))
                    return false
                }
                state.advance(by: duration)
                return true
            }
            if goesOn { continuation.resume() }
        }
        await Task.yield()
    }
}
