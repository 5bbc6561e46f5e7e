import CSystem
import Glibc

/// What a reader sees of the lock.
enum LockView {
    /// A writer lives: readers go as far as it has published.
    case writer(DurablePosition)
    /// Nobody writes. The last writer had published this; nil without a lock file, or when it had published nothing.
    case free(DurablePosition?)

    /// Looks, and calls `whileFree` while no writer can start. The lock is held for that moment only.
    static func look(
        in directory: String, whileFree: () throws(JournalError) -> Void
    ) throws(JournalError) -> LockView {
        let path = directory + "/" + JournalLock.name
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw SystemCall.failure("open", path) }
            try whileFree()
            return .free(nil)
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_SH | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return .writer(DurablePosition(word: try awaitPublished(descriptor, path)))
            default: throw SystemCall.failure("flock", path)
            }
        }
        try whileFree()
        let word = try published(descriptor, path)
        return .free(word == 0 ? nil : DurablePosition(word: word))
    }

    /// A writer that made the lock file a moment ago publishes as soon as it has read the journal.
    private static func awaitPublished(_ descriptor: Int32, _ path: String) throws(JournalError) -> UInt64 {
        for _ in 0..<100 {
            let word = try published(descriptor, path)
            if word != 0 { return word }
            usleep(10_000)
        }
        return 0
    }

    private static func published(_ descriptor: Int32, _ path: String) throws(JournalError) -> UInt64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemCall.failure("fstat", path) }
        // A writer that has only just made the file has published nothing yet.
        guard status.st_size >= JournalLock.length else { return 0 }
        let address = mmap(nil, JournalLock.length, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw SystemCall.failure("mmap", path) }
        defer { munmap(address, JournalLock.length) }
        return UInt64(littleEndian: postui_load_shared(address.assumingMemoryBound(to: UInt64.self)))
    }
}
