/// Why the journal can't be used.
///
/// Nothing that was acknowledged is touched by any of these.
public enum JournalError: Error, Equatable, Sendable {
    /// Another process writes this journal.
    case locked(process: Int32?)
    /// A system call failed. `errno` as the kernel gave it.
    case system(call: String, path: String, errno: Int32)
    /// A line can't be read and it is not a torn tail.
    case damaged(segment: String, line: Int, detail: String)
    /// The journal contradicts itself: something that it once held is not there any more. Nothing is written over that.
    case contradicted([JournalProblem])
    /// A file or the folder is not any more the one that was opened.
    case displaced(JournalDisplacement)
    /// A loss can be accepted only where one was found.
    case nothingLost
    /// The event does not fit a line, or names a field that the format itself uses.
    case unacceptable(String)
    /// NFS, FUSE and their like do not keep what they acknowledge.
    case untrustedFileSystem(path: String, name: String)
    /// A FIFO, a device, a socket or a link stands where a file of the journal belongs.
    case notRegular(path: String)
    /// A file is longer than any of its kind is.
    case tooLong(path: String)
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
        case .contradicted(let problems): "the journal contradicts itself: \(problems)"
        case .displaced(let displacement): "\(displacement) while the journal was in use"
        case .nothingLost: "nothing is lost that could be accepted"
        case .unacceptable(let reason): "the event can't be written: \(reason)"
        case .untrustedFileSystem(let path, let name):
            "\(path) is on \(name), and a journal can't trust that file system"
        case .notRegular(let path): "\(path) is not a regular file"
        case .tooLong(let path): "\(path) is longer than such a file can be"
        case .unsupported(let version, let segment): "\(segment) has format \(version); this program knows format 1"
        case .noRoom(let free):
            "only \(free >> 20) MiB are free on the journal's disk, \(DiskReserve.leastFree >> 20) MiB are needed"
        case .closed: "the journal is closed"
        }
    }
}
