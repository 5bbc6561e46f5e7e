import Glibc

/// Ends a command in order when SIGINT or SIGTERM comes while a request is under way: it says which order is concerned.
///
/// The journal has the intent; the next start asks about it.
final class Interruption {
    private static let signals = [SIGINT, SIGTERM]

    /// Does a command's work with a handler for the signals that come meanwhile.
    ///
    /// - Parameters:
    ///   - handler: runs beside the command, and ends the process.
    ///   - work: the command's.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    static func handled<Value>(
        by handler: @escaping @Sendable () -> Void, during work: () async throws -> Value
    ) async rethrows -> Value {
        let interruption = Interruption(handler)
        defer { withExtendedLifetime(interruption) {} }
        return try await work()
    }

    /// - Parameter handler: runs beside the command, and ends the process.
    private init(_ handler: @escaping @Sendable () -> Void) {
        SignalWatch.watch(Self.signals) { _ in handler() }
    }

    deinit {
        // The command is about to tell how it went.
        SignalWatch.leave(Self.signals, to: SIG_IGN)
    }
}
