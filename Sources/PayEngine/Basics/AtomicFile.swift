import Glibc

/// A small file that is replaced at once, for this user's eyes only: whoever looks finds the old one or the new, whole.
enum AtomicFile {
    /// A system call failed, with `errno` as the kernel gave it.
    struct Failure: Error, Equatable, CustomStringConvertible {
        let call: String
        let path: String
        let code: Int32

        var description: String { "\(call) \(path): \(String(cString: strerror(code)))" }
    }

    /// Replaces a file in one step: whoever looks finds the old bytes or the new, whole.
    ///
    /// The bytes are first put into `temporary`, in the same folder, and nobody else's. What is there is left over from
    /// a crash, perhaps with other rights, and goes. Where `isDurable`, they reach the disk before they take the old
    /// ones' place; the name is durable when the caller has synced the folder.
    static func replace(
        _ path: String, with bytes: [UInt8], by temporary: String, isDurable: Bool
    ) throws(Failure) {
        guard unlink(temporary) == 0 || errno == ENOENT else { throw failure("unlink", temporary) }
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", temporary) }
        defer { close(descriptor) }
        do throws(Failure) {
            try write(bytes, descriptor, temporary)
            guard !isDurable || fsync(descriptor) == 0 else { throw failure("fsync", temporary) }
            guard rename(temporary, path) == 0 else { throw failure("rename", path) }
        } catch {
            _ = unlink(temporary)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            rest = rest.dropFirst(count)
        }
    }

    static func failure(_ call: String, _ path: String) -> Failure {
        Failure(call: call, path: path, code: errno)
    }
}
