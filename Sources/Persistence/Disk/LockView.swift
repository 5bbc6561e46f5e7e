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

/// Finds out which process holds a journal's locks.
enum LockHolder {
    /// Returns who has the folder's lock by what the kernel says, else who wrote its number into `lock`.
    static func process(in folder: DiskFolder) -> Int32? {
        if let identity = folder.identity, let found = holder(of: identity) { return found }
        guard let file = try? folder.openLock(O_RDONLY), let word = JournalLock.word(file.descriptor, at: 8), word != 0
        else { return nil }
        return Int32(exactly: word)
    }

    /// Finds the holder of a lock in `/proc/locks`.
    ///
    /// A line is `1: FLOCK  ADVISORY  WRITE 4711 08:02:131073 0 EOF`: device numbers are hexadecimal.
    private static func holder(of identity: FileIdentity) -> Int32? {
        let descriptor = open("/proc/locks", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256 << 10)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        for line in bytes.prefix(count).split(separator: 0x0a) {
            let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            guard words.count >= 6, words[1] == "FLOCK", words[3] == "WRITE",
                words[5].split(separator: ":").last == Substring(String(identity.node)),
                let process = Int32(words[4]), process > 0
            else { continue }
            return process
        }
        return nil
    }
}
