import CSystem
import Glibc
import Synchronization

/// The place where other threads leave events for the loop.
///
/// Whoever posts wakes the loop through an event descriptor.
final class Mailbox: Sendable {
    /// Readable when something is waiting.
    let descriptor: Int32
    private let contents = Mutex<[Event.Content]>([])

    init() throws(TerminalError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw .noDescriptor(errorNumber: errno) }
    }

    deinit {
        close(descriptor)
    }

    func post(_ content: Event.Content) {
        contents.withLock { $0.append(content) }
        wake()
    }

    /// Takes everything out, in the order of posting.
    func takeAll() -> [Event.Content] {
        var count: UInt64 = 0
        // Fails when nobody posted since; then there is nothing to reset.
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
        return contents.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }

    private func wake() {
        var one: UInt64 = 1
        // Fails only when the counter is full, and then the loop is awake already.
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }
}
