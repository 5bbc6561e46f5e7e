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
}
