import CSystem
import Dispatch
import Glibc

/// Checks that libdispatch gets its event loop and its timers.
///
/// Everything asynchronous runs on it. It makes its event loop when it is first needed, and ends the process by a trap
/// where the system refuses a call for it; a timer that it can't register never comes. So it is made to do both at the
/// start, where nothing is open yet and it can be said. Afterwards it needs nothing new for that.
enum EventLoopCheck {
    /// What the handler prints, kept where it is found without any lock.
    nonisolated(unsafe) private static var words = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    nonisolated(unsafe) private static var data = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    nonisolated(unsafe) private static var status: Int32 = 0
    /// On x86-64 and on ARMv8.
    private static let traps = [SIGILL, SIGTRAP]
    /// Long enough that the timer is registered before it is over.
    private static let pause = Duration.milliseconds(4)
    /// A machine under load is slow; one whose timers never come is not waited for.
    private static let limit = DispatchTimeInterval.seconds(10)

    /// - Parameters:
    ///   - lastWords: printed on standard error when the process ends in here, with status 5.
    ///   - lastData: the same for standard output.
    /// - Returns: whether work and timers are served.
    static func run(lastWords: String, lastData: String) -> Bool {
        words = kept(lastWords)
        data = kept(lastData)
        status = ExitStatus.journal.code
        let before = traps.map { Self.handle($0) }
        defer {
            for (number, var action) in zip(traps, before) { sigaction(number, &action, nil) }
        }
        guard hasTimers else { return false }
        let served = DispatchSemaphore(value: 0)
        // A pause as everything here pauses, and one of the queues' own: they have clocks of their own.
        Task.detached {
            try? await Task.sleep(for: pause)
            served.signal()
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(4)) { served.signal() }
        let end = DispatchTime.now() + limit
        return served.wait(timeout: end) == .success && served.wait(timeout: end) == .success
    }

    /// A machine so slow that a pause is over before it is registered would not notice that it can't be.
    private static var hasTimers: Bool {
        let timer = timerfd_create(CLOCK_MONOTONIC, O_CLOEXEC)
        guard timer >= 0 else { return false }
        close(timer)
        return true
    }

    /// Only what a signal handler may do, and the end.
    private static let farewell: @convention(c) (Int32) -> Void = { _ in
        _ = write(STDERR_FILENO, EventLoopCheck.words.baseAddress, EventLoopCheck.words.count)
        _ = write(STDOUT_FILENO, EventLoopCheck.data.baseAddress, EventLoopCheck.data.count)
        _exit(EventLoopCheck.status)
    }

    /// - Returns: what was done before.
    private static func handle(_ number: Int32) -> sigaction {
        var action = sigaction()
        var before = sigaction()
        action.__sigaction_handler.sa_handler = farewell
        sigaction(number, &action, &before)
        return before
    }

    /// Keeps a few bytes for good: a thread may be in the handler yet.
    private static func kept(_ text: String) -> UnsafeBufferPointer<UInt8> {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = buffer.initialize(from: text.utf8)
        return UnsafeBufferPointer(buffer)
    }
}
