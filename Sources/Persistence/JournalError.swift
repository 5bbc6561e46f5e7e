/// Why the journal can't be used. Nothing that was acknowledged is touched by any of these.
public enum JournalError: Error, Equatable, Sendable {
    /// Another process writes this journal.
    case locked(process: Int32?)
    /// A system call failed. `errno` as the kernel gave it.
    case system(call: String, path: String, errno: Int32)
    /// A line can't be read and it is not a torn tail.
    case damaged(segment: String, line: Int, detail: String)
    /// The event does not fit a line, or names a field that the format itself uses.
    case unacceptable(String)
    /// NFS and its like do not keep what they acknowledge.
    case networkFileSystem(path: String)
    /// Too little room for work that still needs an outcome written. Nothing was written.
    case noRoom(free: Int64)
    /// A newer program wrote this segment.
    case unsupported(version: Int64, segment: String)
    /// The journal was closed before this call.
    case closed
}

extension JournalError: CustomStringConvertible {
    /// One line for a log.
    public var description: String {
        switch self {
        case .locked(let process?): "the journal is being written by process \(process)"
        case .locked(nil): "the journal is being written by another process"
        case .system(let call, let path, let errno): "\(call) \(path): \(SystemCall.message(of: errno))"
        case .damaged(let segment, let line, let detail): "\(segment), line \(line): \(detail)"
        case .unacceptable(let reason): "the event can't be written: \(reason)"
        case .networkFileSystem(let path): "\(path) is on a network file system, which a journal can't trust"
        case .unsupported(let version, let segment): "\(segment) has format \(version); this program knows format 1"
        case .noRoom(let free): "only \(free >> 20) MiB are free on the journal's disk"
        case .closed: "the journal is closed"
        }
    }
}
