import PayEngine
import Synchronization

/// Remembers when a request's last byte was handed to the kernel.
final class LastByteProbe: Sendable {
    private let clock = SystemClock()
    private let first = Mutex<Duration?>(nil)

    /// Forgets whatever was sent before.
    func reset() {
        first.withLock { $0 = nil }
    }

    func noteSent() {
        let now = clock.boottime
        first.withLock { $0 = $0 ?? now }
    }

    /// Of the first request since the reset.
    var sentAt: Duration? { first.withLock { $0 } }
}
