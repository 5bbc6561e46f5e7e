import FoundationEssentials
import Glibc

/// Where the log is to be: never in a file that holds something else, whatever name leads there.
struct LogFilePlace {
    /// Absolute paths.
    let path: String
    let configuration: String
    let key: String?
    let journal: String

    /// Which file it is, whatever its name.
    private struct Identity: Equatable {
        let device: dev_t
        let node: ino_t

        init(_ status: stat) {
            device = status.st_dev
            node = status.st_ino
        }

        /// Looks at what is at a path; nil when nothing is there.
        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            self.init(status)
        }
    }

    /// Looks without opening anything.
    func check() throws(LogFileTrouble) {
        if isInJournal { throw .journal }
        var status = stat()
        // What is not there yet is made.
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT != S_IFLNK else { throw .symbolicLink }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        let own = Identity(status)
        if own == Identity(configuration) { throw .configuration }
        if let key, own == Identity(key) { throw .key }
        // A second name of one of its files.
        if status.st_nlink > 1 {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: journal)) ?? []
            if names.contains(where: { own == Identity("\(journal)/\($0)") }) { throw .journal }
        }
        let mode = status.st_mode & 0o7777
        if status.st_uid != geteuid(), mode & 0o077 != 0 { throw .foreign(mode: UInt32(mode)) }
    }

    /// Whether one of the folders that it lies in is the journal's.
    private var isInJournal: Bool {
        guard let wanted = Identity(journal) else {
            return Self.plain(path).starts(with: Self.plain(journal))
        }
        var parts = Self.plain(path)
        while parts.popLast() != nil {
            // The name of the nearest folder that is there says where it really is.
            guard let real = realpath("/" + parts.joined(separator: "/"), nil) else { continue }
            defer { free(real) }
            var folders = Self.plain(String(cString: real))
            while !folders.isEmpty {
                if Identity("/" + folders.joined(separator: "/")) == wanted { return true }
                folders.removeLast()
            }
            return false
        }
        return false
    }

    /// Returns the parts of a path, `.` and `..` resolved as they are written.
    private static func plain(_ path: String) -> [Substring] {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts
    }
}

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
