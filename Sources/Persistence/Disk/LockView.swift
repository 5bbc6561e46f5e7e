import Glibc

/// What a reader sees of the locks.
enum LockView {
    /// A writer lives: readers go as far as it has published; nil when it can't be told how far that is.
    case writer(DurablePosition?)
    /// Nobody writes. The last writer had published this; nil without a lock file, or when it had published nothing.
    case free(DurablePosition?)

    /// What the last writer, or the one that lives, said to be durable.
    var claimed: DurablePosition? {
        switch self {
        case .writer(let position), .free(let position): position
        }
    }

    /// Looks, and calls `whileFree` while no writer can start; the locks are held for that moment only.
    ///
    /// `isPossible` says whether a position can be one of this journal's.
    static func look(
        in folder: DiskFolder, isPossible: (DurablePosition) throws(JournalError) -> Bool,
        whileFree: () throws(JournalError) -> Void
    ) throws(JournalError) -> LockView {
        let own = try folder.descriptorOfItsOwn()
        let file: DurableFile?
        do throws(JournalError) {
            file = try folder.openLock(O_RDONLY)
        } catch .system(call: "open", path: _, errno: ENOENT) {
            file = nil
        }
        if let file, try !share(file.descriptor, folder.path + "/" + JournalLock.name) {
            return .writer(try awaitPublished(file.descriptor, isPossible))
        }
        // A writer whose file was deleted or replaced still has the folder: how far it got, nobody can tell.
        guard try share(own, folder.path) else { return .writer(nil) }
        try whileFree()
        guard let file, let word = JournalLock.word(file.descriptor, at: 0), word != 0 else { return .free(nil) }
        return .free(DurablePosition(word: word))
    }

    /// Takes a shared lock; false when a writer has it.
    private static func share(_ descriptor: borrowing Descriptor, _ path: String) throws(JournalError) -> Bool {
        while flock(descriptor.number, LOCK_SH | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return false
            default: throw SystemCall.failure("flock", path)
            }
        }
        return true
    }

    /// Waits for a position that a writer is about to publish.
    ///
    /// One that made the lock file a moment ago publishes as soon as it has read the journal. A file that was cut
    /// short, or says what can't be, is read again for a while.
    private static func awaitPublished(
        _ descriptor: borrowing Descriptor, _ isPossible: (DurablePosition) throws(JournalError) -> Bool
    ) throws(JournalError) -> DurablePosition? {
        var last: DurablePosition?
        for _ in 0..<100 {
            if let word = JournalLock.word(descriptor, at: 0), word != 0 {
                let position = DurablePosition(word: word)
                if try isPossible(position) { return position }
                last = position
            }
            usleep(10_000)
        }
        return last
    }
}
