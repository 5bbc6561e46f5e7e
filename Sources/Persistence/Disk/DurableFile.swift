import Glibc

/// A file on a real disk.
final class DurableFile: JournalFile {
    private let descriptor: Int32
    private let path: String
    private let isOwned: Bool
    /// Which file it is; nil when the kernel doesn't say.
    let identity: FileIdentity?

    /// Takes the descriptor and closes it in the end.
    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
        isOwned = true
        identity = FileIdentity(descriptor: descriptor)
    }

    /// Leaves the descriptor to its owner.
    init(borrowing descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
        isOwned = false
        identity = FileIdentity(descriptor: descriptor)
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    func size() throws(JournalError) -> Int64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemCall.failure("fstat", path) }
        return Int64(status.st_size)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(JournalError) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemCall.failure("pread", path)
            }
            done += count
        }
        return done
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(JournalError) -> Int {
        while true {
            let count = pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
            if count >= 0 { return count }
            // Interrupted before a byte was taken: nothing has happened yet.
            guard errno == EINTR else { throw SystemCall.failure("pwrite", path) }
        }
    }

    func sync() throws(JournalError) {
        guard fdatasync(descriptor) == 0 else { throw SystemCall.failure("fdatasync", path) }
    }

    func truncate(to length: Int64) throws(JournalError) {
        while ftruncate(descriptor, off_t(length)) != 0 {
            guard errno == EINTR else { throw SystemCall.failure("ftruncate", path) }
        }
    }

    func allocate(_ length: Int64) throws(JournalError) {
        while case let error = posix_fallocate(descriptor, 0, off_t(length)), error != 0 {
            guard error == EINTR else { throw .system(call: "posix_fallocate", path: path, errno: error) }
        }
    }

    func map() throws(JournalError) -> FileBytes {
        let size = Int(try size())
        guard size > 0 else { return try FileBytes(reading: self) }
        let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw SystemCall.failure("mmap", path) }
        // Advice: a look-up wants two pages, and not those beside them.
        _ = madvise(address, size, MADV_RANDOM)
        return FileBytes(UnsafeRawBufferPointer(start: address, count: size)) { bytes in
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    func forget(from offset: Int64) {
        // Advice: where it is not taken, the cache is believed as everywhere else.
        _ = posix_fadvise(descriptor, off_t(offset), 0, POSIX_FADV_DONTNEED)
    }
}
