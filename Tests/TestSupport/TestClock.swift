package import PayEngine
import Synchronization

/// A clock that moves only when something pauses.
///
/// Pauses return at once and take their time from both its clocks, unless they would pass the moment at which the clock
/// was stopped: those wait until it goes on, or until their task is cancelled.
package final class TestClock: TillClock {
    private struct Sleeper {
        let id: Int
        let wakes: Duration
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var uptime: Duration
        var now: Timestamp
        var suspended = SystemClock().suspended
        var boot = SystemClock().boot
        var pauses: [Duration] = []
        var hook: (@Sendable () -> Void)?
        var end: Duration?
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []

        mutating func advance(by duration: Duration) {
            uptime += duration
            let (seconds, attoseconds) = duration.components
            now = Timestamp(milliseconds: now.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
        }
    }

    private let state: Mutex<State>

    package init(uptime: Duration = .seconds(1000), now: Timestamp = Timestamp(seconds: 1_795_239_487)) {
        state = Mutex(State(uptime: uptime, now: now))
    }

    /// Begins at the machine's own time, with which the journal stamps its lines, at a whole second.
    package static func startingNow() -> TestClock {
        let system = SystemClock()
        return TestClock(uptime: system.boottime, now: Timestamp(seconds: system.now.seconds))
    }

    package var now: Timestamp { state.withLock { $0.now } }
    package var boottime: Duration { state.withLock { $0.uptime } }
    package var suspended: Duration { state.withLock { $0.suspended } }
    package var boot: String { state.withLock { $0.boot } }
    /// All pauses so far, those that still wait included.
    package var pauses: [Duration] { state.withLock { $0.pauses } }
    /// How many wait for the clock to go on.
    package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    package func advance(by duration: Duration) {
        state.withLock { $0.advance(by: duration) }
    }

    /// The machine sleeps: all clocks but the monotonic one go on.
    package func sleep(for duration: Duration) {
        state.withLock { state in
            state.advance(by: duration)
            state.suspended += duration
        }
    }

    /// The machine was started again.
    package func restart(boot: String) {
        state.withLock { state in
            state.boot = boot
            state.uptime = .seconds(10)
            state.suspended = .zero
        }
    }

    /// Moves the wall clock alone, as people do.
    package func set(now: Timestamp) {
        state.withLock { $0.now = now }
    }

    /// Does something in every pause, before its time has passed.
    package func inPauses(_ hook: @escaping @Sendable () -> Void) {
        state.withLock { $0.hook = hook }
    }

    /// Stops the clock that much later: a pause that would pass the moment waits there.
    package func stop(after duration: Duration) {
        state.withLock { $0.end = $0.uptime + duration }
    }

    /// Lets time pass up to a new end, and wakes who slept until then, the earliest first.
    package func goOn(for duration: Duration) {
        let woken = state.withLock { state in
            let end = (state.end ?? state.uptime) + duration
            state.end = end
            let woken = state.sleepers.filter { $0.wakes <= end }.sorted { $0.wakes < $1.wakes }
            state.sleepers.removeAll { $0.wakes <= end }
            if let last = woken.last, last.wakes > state.uptime { state.advance(by: last.wakes - state.uptime) }
            return woken
        }
        for sleeper in woken { sleeper.continuation.resume(returning: true) }
    }

    package func pause(for duration: Duration) async throws(CancellationError) {
        let (id, hook) = state.withLock { state in
            state.pauses.append(duration)
            return (state.pauses.count, state.hook)
        }
        hook?()
        let isOver = await withTaskCancellationHandler {
            await withCheckedContinuation { begin(id, duration, $0) }
        } onCancel: {
            cancel(id)
        }
        guard isOver else { throw CancellationError() }
        await Task.yield()
    }

    /// Resumes at once with true, or keeps what sleeps.
    private func begin(_ id: Int, _ duration: Duration, _ continuation: CheckedContinuation<Bool, Never>) {
        let answer: Bool? = state.withLock { state in
            if state.cancelled.remove(id) != nil { return false }
            let wakes = state.uptime + duration
            guard let end = state.end, wakes > end else {
                state.advance(by: duration)
                return true
            }
            state.sleepers.append(Sleeper(id: id, wakes: wakes, continuation: continuation))
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(returning: false)
    }
}
