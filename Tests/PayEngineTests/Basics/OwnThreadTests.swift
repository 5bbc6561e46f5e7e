import Glibc
import Synchronization
import Testing

@testable import PayEngine

/// Threads that are ours.
@Suite struct OwnThreadTests {
    /// Recurses without end; what is added afterwards keeps it from being a loop.
    private static func overflow(_ depth: Int) -> Int {
        depth == .min ? 0 : 1 + overflow(depth + 1)
    }

    @Test func anOverflownStackFindsRoomForItsHandler() async {
        await #expect(processExitsWith: .exitCode(42)) {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in _exit(42) }
            action.sa_flags = SA_ONSTACK
            sigaction(SIGSEGV, &action, nil)
            guard OwnThread.start({ _ = OwnThreadTests.overflow(0) }) == 0 else { _exit(1) }
            sleep(60)
        }
    }

    @Test func faultsAreHandledThereAndOtherSignalsAreNot() async throws {
        let mask = Mutex<sigset_t?>(nil)
        let code = OwnThread.start {
            let found = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
            defer { found.deallocate() }
            pthread_sigmask(SIG_BLOCK, nil, found)
            mask.withLock { $0 = found.pointee }
        }
        #expect(code == 0)
        let end = ContinuousClock.now + .seconds(20)
        while mask.withLock({ $0 == nil }), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(1)) }
        var found = try #require(mask.withLock { $0 })
        for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { #expect(sigismember(&found, number) == 0) }
        for number in [SIGINT, SIGTERM, SIGHUP, SIGUSR1] { #expect(sigismember(&found, number) == 1) }
    }
}
