import Glibc

/// A thread that is ours, not the pool's: signals are blocked in it, so that they reach the threads that handle
/// them, and a fault in it finds a stack to be handled on, also when its own has overflown.
package enum OwnThread {
    private static let stackSize = 64 << 10

    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// Starts one that nobody waits for.
    ///
    /// - Returns: 0, or the error's number; then `body` is not run.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Int32 {
        withUnsafeTemporaryAllocation(of: sigset_t.self, capacity: 2) { sets in
            guard let blocked = sets.baseAddress else { return EAGAIN }
            let before = blocked + 1
            // All but those of faults, which can't wait: the kernel ends the process where they are blocked. And but a
            // profiler's, which is meant for the thread that it interrupts.
            sigfillset(blocked)
            for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGPROF] {
                sigdelset(blocked, number)
            }
            pthread_sigmask(SIG_SETMASK, blocked, before)
            let code = create(Unmanaged.passRetained(Work(body)))
            pthread_sigmask(SIG_SETMASK, before, nil)
            return code
        }
    }

    private static func create(_ work: Unmanaged<Work>) -> Int32 {
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, entry, work.toOpaque())
        guard code == 0 else {
            work.release()
            return code
        }
        pthread_detach(thread)
        return 0
    }

    private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
        guard let argument else { return nil }
        let stack = makeAlternateStack()
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        giveBack(stack)
        return nil
    }

    /// Gives the calling thread, which ends with the process, a stack for handlers, where it has none.
    package static func takeAlternateStack() {
        _ = makeAlternateStack()
    }

    /// - Returns: the stack, to be given back when the thread ends; nil when the thread had one.
    private static func makeAlternateStack() -> UnsafeMutableRawPointer? {
        var present = stack_t()
        guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0 else { return nil }
        var stack = stack_t()
        let memory = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
        stack.ss_sp = memory
        stack.ss_size = stackSize
        sigaltstack(&stack, nil)
        return memory
    }

    private static func giveBack(_ memory: UnsafeMutableRawPointer?) {
        guard let memory else { return }
        var none = stack_t()
        none.ss_flags = Int32(SS_DISABLE)
        none.ss_size = stackSize
        sigaltstack(&none, nil)
        memory.deallocate()
    }
}
