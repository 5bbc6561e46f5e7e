import Glibc

/// A file on a real disk.
final class DurableFile: JournalFile {
    let descriptor: Descriptor
    private let path: String
    /// Which file it is; nil when the kernel doesn't say.
    let identity: FileIdentity?

    init(descriptor: consuming Descriptor, path: String) {
        self.path = path
        identity = FileIdentity(descriptor: descriptor.number)
        self.descriptor = descriptor
    }

    func size() throws(JournalError) -> Int64 {
        var status = stat()
        guard fstat(descriptor.number, &status) == 0 else { throw SystemCall.failure("fstat", path) }
        return Int64(status.st_size)
    }

    func read(into buffer: inout MutableRawSpan, at offset: Int64) throws(JournalError) -> Int {
        try buffer.withUnsafeMutableBytes { buffer throws(JournalError) in try fill(buffer, from: offset) }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int64) throws(JournalError) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = pread(descriptor.number, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemCall.failure("pread", path)
            }
            done += count
        }
        return done
    }

    func write(_ bytes: RawSpan, at offset: Int64) throws(JournalError) -> Int {
        while true {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor.number, $0.baseAddress, $0.count, off_t(offset))
            }
            if count >= 0 { return count }
            // Interrupted before a byte was taken: nothing has happened yet.
            guard errno == EINTR else { throw SystemCall.failure("pwrite", path) }
        }
    }

    func sync() throws(JournalError) {
        guard fdatasync(descriptor.number) == 0 else { throw SystemCall.failure("fdatasync", path) }
    }

    func truncate(to length: Int64) throws(JournalError) {
        while ftruncate(descriptor.number, off_t(length)) != 0 {
            guard errno == EINTR else { throw SystemCall.failure("ftruncate", path) }
        }
    }

    func allocate(_ length: Int64) throws(JournalError) {
        while case let error = posix_fallocate(descriptor.number, 0, off_t(length)), error != 0 {
            guard error == EINTR else { throw .system(call: "posix_fallocate", path: path, errno: error) }
        }
    }

    func map() throws(JournalError) -> FileBytes {
        let size = Int(try size())
        guard size > 0 else { return try FileBytes(reading: self) }
        let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor.number, 0)
        guard let address, address != MAP_FAILED else { throw SystemCall.failure("mmap", path) }
        // Advice: a look-up wants two pages, and not those beside them.
        _ = madvise(address, size, MADV_RANDOM)
        return FileBytes(UnsafeRawBufferPointer(start: address, count: size)) { bytes in
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    func forget(from offset: Int64) {
        // Advice: where it is not taken, the cache is believed as everywhere else.
        _ = posix_fadvise(descriptor.number, off_t(offset), 0, POSIX_FADV_DONTNEED)
    }
}
