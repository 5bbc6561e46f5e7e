import Synchronization

/// Somebody waits for a request's result.
///
/// The waiting ends once: by the result, or because the task that waits was cancelled. What has left by then goes on
/// without anybody to hear of it, and what has not never leaves: no request is cut off half way.
final class PendingResult: Sendable {
    private struct State {
        var continuation: CheckedContinuation<TransportResult, Never>?
        var isOver = false
        var mayHaveSent = false
    }

    private let state = Mutex(State())

    /// Begins the waiting.
    ///
    /// - Returns: false when it was over before it began; then `continuation` is still the caller's to resume.
    func begin(_ continuation: CheckedContinuation<TransportResult, Never>) -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.continuation = continuation
            return true
        }
    }

    /// Asked right before the first byte leaves.
    ///
    /// - Returns: false when nobody waits any more; then none may leave.
    func mayBeginSending() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.mayHaveSent = true
            return true
        }
    }

    /// Ends the waiting by the result; afterwards it does nothing.
    func finish(_ result: TransportResult) {
        over { _ in result }
    }

    /// Ends the waiting without a result.
    func abandon() {
        over { mayHaveSent in
            mayHaveSent ? .lost("nobody waits for the answer any more") : Self.notBegun
        }
    }

    /// Of a request that nobody waits for when it would be sent.
    static let notBegun = TransportResult.notConnected("nobody waits for the request any more")

    private func over(_ result: (_ mayHaveSent: Bool) -> TransportResult) {
        let (continuation, mayHaveSent) = state.withLock { state in
            defer {
                state.continuation = nil
                state.isOver = true
            }
            return (state.continuation, state.mayHaveSent)
        }
        continuation?.resume(returning: result(mayHaveSent))
    }
}
