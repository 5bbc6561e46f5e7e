import Glibc
import PayEngine
import Synchronization

/// Lets signals be handled by ordinary code, on a thread that waits for them and does nothing else.
///
/// Neither an event loop nor a descriptor has to be made when the first one is expected: that could fail in the middle
/// of an order.
enum SignalWatch {
    private static let handlers = Mutex<[Int32: @Sendable (Int32) -> Void]>([:])
    /// Where a handler writes the signal's number; negative before ``prepare()``.
    private static let inlet = Atomic<Int32>(-1)

    /// Makes the pipe and the thread; called again it does nothing.
    ///
    /// - Returns: 0, or the error's number.
    static func prepare() -> Int32 {
        guard inlet.load(ordering: .acquiring) < 0 else { return 0 }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return errno }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A handler must never wait. What does not fit any more repeats what is there.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let outlet = ends[0]
        let code = OwnThread.start { listen(at: outlet) }
        guard code == 0 else {
            for end in ends { close(end) }
            return code
        }
        inlet.store(ends[1], ordering: .releasing)
        return 0
    }

    /// From now on each of these signals calls `handler`, and does nothing else.
    ///
    /// - Returns: whether it does. If not, they do what they did before.
    @discardableResult
    static func watch(_ numbers: [Int32], _ handler: @escaping @Sendable (Int32) -> Void) -> Bool {
        guard prepare() == 0 else { return false }
        handlers.withLock { handlers in
            for number in numbers { handlers[number] = handler }
        }
        for number in numbers {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(SignalWatch.inlet.load(ordering: .acquiring), &byte, 1)
                errno = saved
            }
            action.sa_flags = SA_RESTART
            sigaction(number, &action, nil)
        }
        return true
    }

    /// From now on they are ignored (`SIG_IGN`), or do what a process starts with (`SIG_DFL`).
    static func leave(_ numbers: [Int32], to action: sighandler_t?) {
        for number in numbers { signal(number, action) }
        handlers.withLock { handlers in
            for number in numbers { handlers[number] = nil }
        }
    }

    private static func listen(at outlet: Int32) {
        var byte: UInt8 = 0
        while true {
            let count = read(outlet, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return }
            let number = Int32(byte)
            handlers.withLock { $0[number] }?(number)
        }
    }
}
