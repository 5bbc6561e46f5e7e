import Glibc
import Synchronization

/// The signals of the process, turned into something the loop can wait for. A handler may run on any thread, so it only
/// sets a bit and writes to the loop's event descriptor.
enum Signals {
    /// They end the till, after the terminal was given back.
    static let ending = [SIGTERM, SIGHUP, SIGINT]
    private static let crashing = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

    private static let wakeDescriptor = Atomic<Int32>(-1)
    private static let pending = Atomic<UInt64>(0)

    /// From now on signals wake that descriptor. SIGTSTP is ignored: a till does not go to the background in the middle
    /// of a payment. Must be called before ncurses starts, which then leaves these signals alone.
    static func install(waking descriptor: Int32) {
        wakeDescriptor.store(descriptor, ordering: .relaxed)
        for number in ending + [SIGWINCH, SIGCONT] {
            handle(number, flags: SA_RESTART) { number in
                let saved = errno
                Signals.note(number)
                errno = saved
            }
        }
        for number in crashing {
            handle(number, flags: Int32(bitPattern: UInt32(SA_RESETHAND))) { number in
                CrashGuard.restore()
                raise(number)
            }
        }
        signal(SIGTSTP, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
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
        return (Int32(1)..<64).filter { bits & (1 << UInt64($0)) != 0 }
    }

    private static func note(_ number: Int32) {
        pending.bitwiseOr(1 << UInt64(number), ordering: .acquiringAndReleasing)
        var one: UInt64 = 1
        _ = write(wakeDescriptor.load(ordering: .relaxed), &one, MemoryLayout<UInt64>.size)
    }

    private static func handle(_ number: Int32, flags: Int32, by handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        sigaction(number, &action, nil)
    }
}
