import Glibc
import PayEngine
import Synchronization

/// The signals of the process while it has the terminal.
///
/// A handler may run on any thread, so it only sets a bit and writes to the loop's event descriptor, or gives the
/// terminal back and lets the signal do its work.
enum Signals {
    /// All that would end the process from outside: they end the till, after the terminal was given back.
    static let ending: [Int32] =
        [
            SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGIO, SIGPWR,
            SIGSTKFLT,
        ] + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
    /// What a fault raises, or a filter of system calls.
    static let crashing: [Int32] = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]

    private static let wakeDescriptor = Atomic<Int32>(-1)
    private static let pending = Atomic<UInt64>(0)
    /// The first signal that wants the end; 0 before, and the second of the machine's run at which it came.
    private static let first = Atomic<Int32>(0)
    private static let firstTime = Atomic<Int64>(0)
    /// The seconds that the loop has to end in order.
    ///
    /// It can't where it waits for a terminal that nobody reads.
    private static let patience: UInt32 = 2

    /// Makes each of the signals give the terminal back before it ends the process as it always does.
    ///
    /// SIGTSTP is ignored: a till does not go to the background in the middle of a payment.
    static func guardTerminal() {
        // A handler has no room on a stack that has overflown.
        OwnThread.takeAlternateStack()
        for number in ending + crashing { handle(number, flags: restoringFlags, by: restoring) }
        signal(SIGTSTP, SIG_IGN)
    }

    /// Makes signals wake that descriptor; those of faults go on ending the process.
    ///
    /// Must be called before ncurses starts, which then leaves these signals alone.
    static func wake(_ descriptor: Int32) {
        wakeDescriptor.store(descriptor, ordering: .relaxed)
        first.store(0, ordering: .relaxed)
        for number in ending + [SIGWINCH, SIGCONT] {
            handle(number, flags: SA_RESTART) { number in
                let saved = errno
                Signals.note(number)
                errno = saved
            }
        }
    }

    /// Stops waking the loop, which has ended; the screen was left, and the terminal is still held.
    static func stopWaking() {
        alarm(0)
        for number in ending { handle(number, flags: restoringFlags, by: restoring) }
        for number in [SIGWINCH, SIGCONT] { signal(number, SIG_DFL) }
        wakeDescriptor.store(-1, ordering: .relaxed)
    }

    /// Puts back what a process starts with.
    static func uninstall() {
        for number in ending + crashing + [SIGWINCH, SIGCONT, SIGTSTP] { signal(number, SIG_DFL) }
        wakeDescriptor.store(-1, ordering: .relaxed)
    }

    /// Takes the signals that came since the last call, each once.
    static func takePending() -> [Int32] {
        let bits = pending.exchange(0, ordering: .acquiringAndReleasing)
        guard bits != 0 else { return [] }
        return (Int32(1)...64).filter { bits & bit($0) != 0 }
    }

    private static func note(_ number: Int32) {
        pending.bitwiseOr(bit(number), ordering: .acquiringAndReleasing)
        var one: UInt64 = 1
        _ = write(wakeDescriptor.load(ordering: .relaxed), &one, MemoryLayout<UInt64>.size)
        if number != SIGWINCH, number != SIGCONT { hasten(number) }
    }

    /// Ends the process some time after the first signal that wants it, if nothing else did.
    ///
    /// Whatever was in flight is in the journal, as after any end.
    private static func hasten(_ number: Int32) {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let (isFirst, earlier) = first.compareExchange(
            expected: 0, desired: number, ordering: .acquiringAndReleasing)
        if isFirst {
            firstTime.store(Int64(now.tv_sec), ordering: .releasing)
            alarm(patience)
            return
        }
        guard number == SIGALRM else { return }
        // One that somebody else sent leaves the rest of the time.
        guard Int64(now.tv_sec) - firstTime.load(ordering: .acquiring) >= Int64(patience) else {
            alarm(1)
            return
        }
        CrashGuard.restore()
        _exit(128 + earlier)
    }

    private static func bit(_ number: Int32) -> UInt64 { 1 << UInt64(number - 1) }

    private static let restoringFlags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
    private static let restoring: @convention(c) (Int32) -> Void = { number in
        CrashGuard.restore()
        if number == SIGILL || number == SIGTRAP { CrashGuard.endWithoutDescriptors() }
        raise(number)
    }

    private static func handle(_ number: Int32, flags: Int32, by handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        sigaction(number, &action, nil)
    }
}
