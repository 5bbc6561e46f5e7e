import CSystem
import Glibc

/// The file `lock`: who writes, and how far the journal is durable. Held until it is let go, or the process ends.
final class JournalLock {
    static let name = "lock"
    /// The position's word and the process's number, both little-endian.
    static let length = 16

    private let descriptor: Int32
    private let words: UnsafeMutablePointer<UInt64>

    private init(descriptor: Int32, words: UnsafeMutablePointer<UInt64>) {
        self.descriptor = descriptor
        self.words = words
    }

    deinit {
        munmap(words, Self.length)
        close(descriptor)
    }

    /// Takes the lock, waiting a while because short commands follow one another; then throws `.locked`.
    static func take(in directory: String, waiting limit: Duration) throws(JournalError) -> JournalLock {
        let path = directory + "/" + name
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemCall.failure("open", path) }
        do throws(JournalError) {
            try wait(for: descriptor, path, limit)
            let words = try map(descriptor, path)
            postui_store_shared(words + 1, UInt64(getpid()).littleEndian)
            return JournalLock(descriptor: descriptor, words: words)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Lets readers see everything up to here. Call it only when it is durable.
    func publish(_ position: DurablePosition) {
        postui_store_shared(words, position.word.littleEndian)
    }

    private static func wait(for descriptor: Int32, _ path: String, _ limit: Duration) throws(JournalError) {
        let end = ContinuousClock.now + limit
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK:
                guard ContinuousClock.now < end else { throw .locked(process: holder(descriptor)) }
                usleep(10_000)
            default: throw SystemCall.failure("flock", path)
            }
        }
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var word: UInt64 = 0
        guard pread(descriptor, &word, 8, 8) == 8, word != 0 else { return nil }
        return Int32(exactly: UInt64(littleEndian: word))
    }

    private static func map(_ descriptor: Int32, _ path: String) throws(JournalError) -> UnsafeMutablePointer<UInt64> {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemCall.failure("fstat", path) }
        if status.st_size < length {
            // Written, not only made longer: on a full disk the first store into a hole would kill the process.
            let zeros = [UInt8](repeating: 0, count: length)
            let file = DurableFile(borrowing: descriptor, path: path)
            let count = try zeros.withUnsafeBufferPointer { bytes throws(JournalError) in
                try file.write(UnsafeRawBufferPointer(bytes), at: 0)
            }
            guard count == length else { throw .system(call: "pwrite", path: path, errno: SystemCall.noSpace) }
        }
        let address = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw SystemCall.failure("mmap", path) }
        return address.bindMemory(to: UInt64.self, capacity: 2)
    }
}
