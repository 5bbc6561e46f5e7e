import Glibc
import PayEngine
import Synchronization

/// The signals of the process while it has the terminal. A handler may run on any thread, so it only sets a bit and
/// writes to the loop's event descriptor, or gives the terminal back and lets the signal do its work.
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

    /// From now on each of them gives the terminal back before it ends the process as it always does. SIGTSTP is
    /// ignored: a till does not go to the background in the middle of a payment.
    static func guardTerminal() {
        // A handler has no room on a stack that has overflown.
        OwnThread.takeAlternateStack()
        for number in ending + crashing { handle(number, flags: restoringFlags, by: restoring) }
        signal(SIGTSTP, SIG_IGN)
    }

    /// From now on signals wake that descriptor; those of faults go on ending the process. Must be called before
    /// ncurses starts, which then leaves these signals alone.
    static func wake(_ descriptor: Int32) {
        wakeDescriptor.store(descriptor, ordering: .relaxed)
        for number in ending + [SIGWINCH, SIGCONT] {
            handle(number, flags: SA_RESTART) { number in
                let saved = errno
                Signals.note(number)
                errno = saved
            }
        }
    }

    /// The loop has ended, and the terminal is still held.
    static func stopWaking() {
        for number in ending { handle(number, flags: restoringFlags, by: restoring) }
        for number in [SIGWINCH, SIGCONT] { signal(number, SIG_DFL) }
        wakeDescriptor.store(-1, ordering: .relaxed)
    }

    /// Back to what a process starts with.
    static func uninstall() {
        for number in ending + crashing + [SIGWINCH, SIGCONT, SIGTSTP] { signal(number, SIG_DFL) }
        wakeDescriptor.store(-1, ordering: .relaxed)
    }

    /// The signals that came since the last call, each once.
    static func takePending() -> [Int32] {
        let bits = pending.exchange(0, ordering: .acquiringAndReleasing)
        guard bits != 0 else { return [] }
        return (Int32(1)...64).filter { bits & bit($0) != 0 }
    }

    private static func note(_ number: Int32) {
        pending.bitwiseOr(bit(number), ordering: .acquiringAndReleasing)
        var one: UInt64 = 1
        _ = write(wakeDescriptor.load(ordering: .relaxed), &one, MemoryLayout<UInt64>.size)
    }

    private static func bit(_ number: Int32) -> UInt64 { 1 << UInt64(number - 1) }

    private static let restoringFlags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
    private static let restoring: @convention(c) (Int32) -> Void = { number in
        CrashGuard.restore()
        raise(number)
    }

    private static func handle(_ number: Int32, flags: Int32, by handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        sigaction(number, &action, nil)
    }
}
