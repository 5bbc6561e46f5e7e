import Glibc

/// Reads files that others name: only regular ones, without waiting for any, and no more than they can need.
public enum RegularFile {
    /// Why a file was not read.
    public enum Failure: Error, Equatable, Sendable {
        /// `errno` as the kernel gave it.
        case unreadable(code: Int32)
        /// A FIFO, a device or a socket.
        case notRegular
        case tooLong
    }

    /// Reads the whole file; one of more than `limit` bytes throws `.tooLong`.
    public static func bytes(of path: String, limit: Int) throws(Failure) -> [UInt8] {
        var kind: mode_t = 0
        var bytes: [UInt8] = []
        do throws(ReadableFile.Failure) {
            let file = try ReadableFile(path: path, flags: O_NONBLOCK | O_NOCTTY)
            kind = try file.status().st_mode & S_IFMT
            if kind == S_IFREG { bytes = try file.bytes(upTo: limit + 1) }
        } catch {
            throw .unreadable(code: error.code)
        }
        guard kind != S_IFDIR else { throw .unreadable(code: EISDIR) }
        guard kind == S_IFREG else { throw .notRegular }
        guard bytes.count <= limit else { throw .tooLong }
        return bytes
    }
}
