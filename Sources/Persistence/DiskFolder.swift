import CSystem
import Glibc

/// A folder on a real disk.
package final class DiskFolder: JournalIO {
    package let path: String
    private let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens the folder; nil when it is not there.
    package static func existing(_ path: String) throws(JournalError) -> DiskFolder? {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SystemCall.failure("open", path)
        }
        return DiskFolder(path: path, descriptor: descriptor)
    }

    /// Opens the folder, and makes it and those above it (mode 0700) where they are missing.
    package static func prepared(_ path: String) throws(JournalError) -> DiskFolder {
        try make(path)
        guard let folder = try existing(path) else { throw .system(call: "open", path: path, errno: ENOENT) }
        return folder
    }

    /// Throws `.networkFileSystem` where acknowledged writes may be lost.
    func refuseNetwork() throws(JournalError) {
        var status = statfs()
        guard fstatfs(descriptor, &status) == 0 else { throw SystemCall.failure("fstatfs", path) }
        let magic = UInt32(truncatingIfNeeded: status.f_type)
        if Self.networkFileSystems.contains(magic) { throw .networkFileSystem(path: path) }
    }

    package func list() throws(JournalError) -> [String] {
        guard let stream = opendir(path) else { throw SystemCall.failure("opendir", path) }
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
        let file = openat(descriptor, name, (writing ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw SystemCall.failure("open", full(name)) }
        return DurableFile(descriptor: file, path: full(name))
    }

    package func create(_ name: String) throws(JournalError) -> any JournalFile {
        let file = openat(descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw SystemCall.failure("open", full(name)) }
        return DurableFile(descriptor: file, path: full(name))
    }

    package func rename(_ name: String, to other: String) throws(JournalError) {
        guard renameat(descriptor, name, descriptor, other) == 0 else { throw SystemCall.failure("rename", full(name)) }
    }

    package func remove(_ name: String) throws(JournalError) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw SystemCall.failure("unlink", full(name))
        }
    }

    package func freeBytes() throws(JournalError) -> Int64 {
        var status = statfs()
        guard fstatfs(descriptor, &status) == 0 else { throw SystemCall.failure("fstatfs", path) }
        let (bytes, isHuge) = Int64(clamping: status.f_bavail).multipliedReportingOverflow(by: Int64(status.f_bsize))
        return isHuge ? .max : bytes
    }

    package func sync() throws(JournalError) {
        guard fsync(descriptor) == 0 else { throw SystemCall.failure("fsync", path) }
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

    /// `f_type` of NFS, SMB, CIFS, SMB2, NCP, AFS, Coda, Ceph, Lustre, GPFS, OCFS2, GFS2 and 9P.
    private static let networkFileSystems: Set<UInt32> = [
        0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x564c, 0x5346_414f, 0x7375_7245, 0x00c3_6400, 0x0bd0_0bd0,
        0x4750_4653, 0x7461_636f, 0x0116_1970, 0x0102_1997,
    ]
}
