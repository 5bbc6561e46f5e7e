import Glibc

/// The locks that say who writes, and how far the journal is durable: the file `lock`, and one on the folder itself.
///
/// The file may be deleted or replaced beside a running writer; a folder's own descriptor can't. Held until it is let
/// go, or the process ends.
struct JournalLock: ~Copyable {
    static let name = "lock"
    /// The position's word and the process's number, both little-endian.
    static let length = 16

    /// The file that is locked.
    let file: DurableFile
    /// What the writer before published last; nil when it published nothing.
    let claimed: DurablePosition?
    private let folder: Descriptor

    private init(_ file: DurableFile, folder: consuming Descriptor, claimed: DurablePosition?) {
        self.file = file
        self.folder = folder
        self.claimed = claimed
    }

    /// What the writer before published last, where there is a lock.
    static func claimed(by lock: borrowing JournalLock?) -> DurablePosition? {
        switch lock {
        case .some(let lock): lock.claimed
        case .none: nil
        }
    }

    /// Takes both locks, waiting a while because short commands follow one another; then throws `.locked`.
    static func acquire(in directory: DiskFolder, waiting limit: Duration) throws(JournalError) -> JournalLock {
        let end = ContinuousClock.now + limit
        let folder = try directory.descriptorOfItsOwn()
        // First the lock that nobody can replace: whoever holds it may make the file anew.
        try wait(for: folder, directory, directory.path, until: end)
        let file = try directory.openLock(O_RDWR | O_CREAT)
        try wait(for: file.descriptor, directory, directory.path + "/" + name, until: end)
        let word = prepare(file.descriptor)
        return JournalLock(file, folder: folder, claimed: word == 0 ? nil : DurablePosition(word: word))
    }

    /// Lets readers see everything up to here.
    ///
    /// Call it only when it is durable. A reader that can't be told goes by what verifies.
    func publish(_ position: DurablePosition) {
        _ = Self.put(position.word, at: 0, file.descriptor)
    }

    /// Returns the position's word as it is in the file; nil when the file is shorter.
    static func word(_ descriptor: borrowing Descriptor, at offset: off_t) -> UInt64? {
        var word: UInt64 = 0
        while true {
            let count = pread(descriptor.number, &word, 8, offset)
            if count < 0, errno == EINTR { continue }
            return count == 8 ? UInt64(littleEndian: word) : nil
        }
    }

    private static func wait(
        for descriptor: borrowing Descriptor, _ directory: DiskFolder, _ path: String,
        until end: ContinuousClock.Instant
    ) throws(JournalError) {
        while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK:
                guard ContinuousClock.now < end else { throw .locked(process: LockHolder.process(in: directory)) }
                usleep(10_000)
            default: throw SystemCall.failure("flock", path)
            }
        }
    }

    /// Prepares the file and returns the address of the position's word.
    ///
    /// It gets its length and this process's number. What can't be written readers do without.
    private static func prepare(_ descriptor: borrowing Descriptor) -> UInt64 {
        let claimed = word(descriptor, at: 0)
        if claimed == nil { _ = put(0, at: 0, descriptor) }
        _ = put(UInt64(getpid()), at: 8, descriptor)
        return claimed ?? 0
    }

    /// Writes eight aligned bytes at once: a reader sees all of them or nothing.
    private static func put(_ word: UInt64, at offset: off_t, _ descriptor: borrowing Descriptor) -> Bool {
        var bytes = word.littleEndian
        while true {
            let count = pwrite(descriptor.number, &bytes, 8, offset)
            if count < 0, errno == EINTR { continue }
            if count >= 0, count < 8 { errno = SystemCall.noSpace }
            return count == 8
        }
    }
}
