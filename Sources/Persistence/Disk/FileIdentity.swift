import Glibc

/// Which file it is, whatever its name: device and inode.
struct FileIdentity: Equatable, Sendable {
    let device: UInt64
    let node: UInt64
    /// How many names the file has.
    let links: UInt64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        node = UInt64(status.st_ino)
        links = UInt64(status.st_nlink)
    }

    /// Takes the identity of an open file; nil when the kernel doesn't say.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether both are one file, which has a name.
    func isSame(as other: FileIdentity) -> Bool {
        device == other.device && node == other.node && links > 0 && other.links > 0
    }
}
