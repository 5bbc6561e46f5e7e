import Glibc

/// Ends a command in order when SIGINT or SIGTERM comes while a request is under way: it says which order is concerned.
///
/// The journal has the intent; the next start asks about it.
final class Interruption {
    private static let signals = [SIGINT, SIGTERM]

    /// - Parameter handler: runs beside the command, and ends the process.
    init(_ handler: @escaping @Sendable () -> Void) {
        SignalWatch.watch(Self.signals) { _ in handler() }
    }

    deinit {
        // The command is about to tell how it went.
        SignalWatch.leave(Self.signals, to: SIG_IGN)
    }
}
