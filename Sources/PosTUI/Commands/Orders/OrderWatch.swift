import PayEngine
import Synchronization

/// How far an order is, for the signal that may interrupt it.
///
/// Either the command tells the end or the signal does.
final class OrderWatch: Sendable {
    /// An order that was interrupted; without one nothing was sent.
    struct Interrupted: Sendable {
        var order: DepositOrder?
    }

    private struct State {
        var order: DepositOrder?
        var isOver = false
    }

    private let state = Mutex(State())

    func receive(_ progress: OrderProgress) {
        guard let order = progress.madeOrder else { return }
        state.withLock { $0.order = order }
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
            return Interrupted(order: state.order)
        }
    }
}
