import Glibc

/// The time as the sandbox sees it.
///
/// Tests put their own in its place.
struct SandboxClock: Sendable {
    /// Unix seconds.
    var now: @Sendable () -> Int
    var pause: @Sendable (Duration) async throws -> Void

    static let system = SandboxClock(
        now: { time(nil) },
        pause: { try await Task.sleep(for: $0) })
}
