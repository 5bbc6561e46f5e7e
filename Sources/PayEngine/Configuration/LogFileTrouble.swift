/// Why the file of the log can't be the one that a configuration names.
public enum LogFileTrouble: Error, Equatable, Sendable {
    /// A symbolic link: it may lead anywhere.
    case symbolicLink
    /// A folder, a FIFO, a device or a socket.
    case notRegular
    /// Another user's, and open to others; the permission bits.
    case foreign(mode: UInt32)
    /// It is the configuration itself.
    case configuration
    /// It is the file of the authentication key.
    case key
    /// It is a file of the journal, or lies in its folder.
    case journal
}
