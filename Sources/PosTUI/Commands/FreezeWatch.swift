import PayEngine
import Synchronization

/// How far a freeze is, for the signal that may interrupt it. Either the command tells the end or the signal does.
final class FreezeWatch: Sendable {
    /// A freeze that was interrupted; without a deposit nothing was sent.
    struct Interrupted: Sendable {
        var deposit: Deposit?
    }

    private struct State {
        var deposit: Deposit?
        var isOver = false
    }

    private let state = Mutex(State())

    func note(_ progress: FreezeProgress) {
        state.withLock { state in
            switch progress {
            case .started(let deposit), .offered(let deposit, _), .changed(let deposit), .settled(let deposit),
                .leftOpen(let deposit):
                state.deposit = deposit
            case .seenBefore, .rejected:
                break
            }
        }
    }

    /// The command tells the end itself.
    func finish() {
        state.withLock { $0.isOver = true }
    }

    /// Nil when the end was told already.
    func interrupt() -> Interrupted? {
        state.withLock { state in
            guard !state.isOver else { return nil }
            state.isOver = true
            return Interrupted(deposit: state.deposit)
        }
    }
}
