import CSystem
import Glibc

/// A folder on a real disk.
package final class DiskFolder: JournalIO, Sendable {
    package let path: String
    /// Which folder it is; nil when the kernel doesn't say.
    let identity: FileIdentity?
    private let descriptor: Descriptor
    /// Far more than any file of a journal is: a segment ends at 64 MiB.
    private static let longestFile: Int64 = 1 << 30

    private init(path: String, descriptor: consuming Descriptor) {
        self.path = path
        identity = FileIdentity(descriptor: descriptor.number)
        self.descriptor = descriptor
    }

    /// Opens the folder; nil when it is not there.
    package static func existing(_ path: String) throws(JournalError) -> DiskFolder? {
        do throws(JournalError) {
            let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            return DiskFolder(path: path, descriptor: try Descriptor(number, "open", path))
        } catch .system("open", _, ENOENT) {
            return nil
        }
    }

    /// Opens the folder, and makes it and those above it (mode 0700) where they are missing.
    package static func prepared(_ path: String) throws(JournalError) -> DiskFolder {
        try make(path)
        guard let folder = try existing(path) else { throw .system(call: "open", path: path, errno: ENOENT) }
        return folder
    }

    /// Opens another descriptor of this very folder, whatever its name leads to by now.
    func descriptorOfItsOwn() throws(JournalError) -> Descriptor {
        try Descriptor(openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open", path)
    }

    /// Opens the file `lock` with these flags besides the usual ones.
    func openLock(_ flags: Int32) throws(JournalError) -> DurableFile {
        DurableFile(descriptor: try openRegular(JournalLock.name, flags), path: full(JournalLock.name))
    }

    /// Returns what kind of file system it is on.
    func fileSystem() throws(JournalError) -> FileSystem {
        var status = statfs()
        guard fstatfs(descriptor.number, &status) == 0 else { throw SystemCall.failure("fstatfs", path) }
        return FileSystem(magic: UInt32(truncatingIfNeeded: status.f_type))
    }

    package func list() throws(JournalError) -> [String] {
        let own = try descriptorOfItsOwn().release()
        guard let stream = fdopendir(own) else {
            let failure = SystemCall.failure("opendir", path)
            close(own)
            throw failure
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw SystemCall.failure("readdir", path) }
        return names
    }

    package func open(_ name: String, writing: Bool) throws(JournalError) -> (any JournalFile)? {
        do throws(JournalError) {
            return DurableFile(descriptor: try openRegular(name, writing ? O_RDWR : O_RDONLY), path: full(name))
        } catch .system("open", _, ENOENT) {
            return nil
        }
    }

    /// Opens what must be a regular file, without waiting: a FIFO, a device or a terminal is none.
    private func openRegular(_ name: String, _ flags: Int32) throws(JournalError) -> Descriptor {
        let number = openat(descriptor.number, name, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        // What a socket, a link, or a FIFO without a reader answers.
        if number < 0, errno == ENXIO || errno == ELOOP { throw .notRegular(path: full(name)) }
        let file = try Descriptor(number, "open", full(name))
        var status = stat()
        guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .notRegular(path: full(name))
        }
        guard status.st_size <= Self.longestFile else { throw .tooLong(path: full(name)) }
        return file
    }

    package func create(_ name: String) throws(JournalError) -> any JournalFile {
        let number = openat(descriptor.number, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        return DurableFile(descriptor: try Descriptor(number, "open", full(name)), path: full(name))
    }

    package func rename(_ name: String, to other: String) throws(JournalError) {
        guard renameat(descriptor.number, name, descriptor.number, other) == 0 else {
            throw SystemCall.failure("rename", full(name))
        }
    }

    package func remove(_ name: String) throws(JournalError) {
        guard unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
            throw SystemCall.failure("unlink", full(name))
        }
    }

    package func freeBytes() throws(JournalError) -> Int64 {
        var status = statfs()
        guard fstatfs(descriptor.number, &status) == 0 else { throw SystemCall.failure("fstatfs", path) }
        let (bytes, isHuge) = Int64(clamping: status.f_bavail).multipliedReportingOverflow(by: Int64(status.f_bsize))
        return isHuge ? .max : bytes
    }

    package func sync() throws(JournalError) {
        guard fsync(descriptor.number) == 0 else { throw SystemCall.failure("fsync", path) }
    }

    /// Whether its path still leads to it.
    var isInItsPlace: Bool {
        var status = stat()
        guard let identity, stat(path, &status) == 0 else { return false }
        return FileIdentity(status).isSame(as: identity)
    }

    /// Returns how long that file is; nil when the name in this folder is not that file's.
    func size(of file: DurableFile, named name: String) -> Int64? {
        var status = stat()
        guard let identity = file.identity, fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            FileIdentity(status).isSame(as: identity)
        else { return nil }
        return Int64(status.st_size)
    }

    private func full(_ name: String) -> String { path + "/" + name }

    /// Makes a folder durable, from the top down.
    private static func make(_ path: String) throws(JournalError) {
        if mkdir(path, 0o700) == 0 { return try syncParent(of: path) }
        switch errno {
        case EEXIST: return
        case ENOENT:
            guard let parent = parent(of: path) else { throw SystemCall.failure("mkdir", path) }
            try make(parent)
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemCall.failure("mkdir", path) }
            try syncParent(of: path)
        default: throw SystemCall.failure("mkdir", path)
        }
    }

    private static func syncParent(of path: String) throws(JournalError) {
        try existing(parent(of: path) ?? ".")?.sync()
    }

    private static func parent(of path: String) -> String? {
        var rest = Substring(path)
        while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
        guard let slash = rest.lastIndex(of: "/") else { return nil }
        let parent = rest[..<slash]
        return parent.isEmpty ? "/" : String(parent)
    }
}
