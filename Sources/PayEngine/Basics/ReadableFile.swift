import Glibc

/// A file that is open for reading and closes itself.
///
/// Everything asked about it is asked of the descriptor, so that what was checked is what is read.
struct ReadableFile: ~Copyable {
    /// A system call failed; `errno` as the kernel gave it.
    struct Failure: Error, Equatable {
        let code: Int32
    }

    private let descriptor: Int32

    init(path: String, flags: Int32 = 0) throws(Failure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | flags)
        guard descriptor >= 0 else { throw Failure(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    func status() throws(Failure) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(code: errno) }
        return status
    }

    /// Reads the bytes up to the end of the file, or the first `limit` of them.
    func bytes(upTo limit: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            let result = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
            }
            if result < 0 && errno == EINTR { continue }
            guard result >= 0 else { throw Failure(code: errno) }
            if result == 0 { break }
            count += result
        }
        return Array(bytes.prefix(count))
    }
}
