/// What kind of file system a folder is on, by `f_type` of statfs.
public struct FileSystem: Equatable, Sendable {
    let magic: UInt32

    /// Whether it keeps what it has acknowledged, as far as is known.
    public var isTrusted: Bool { Self.trusted.contains { $0.magic == magic } }

    /// Its usual name, or its number where that is not known.
    public var name: String {
        (Self.trusted + Self.others).first { $0.magic == magic }?.name ?? "0x" + String(magic, radix: 16)
    }

    init(magic: UInt32) {
        self.magic = magic
    }

    private static let trusted: [(magic: UInt32, name: String)] = [
        (0xef53, "ext2/3/4"), (0x5846_5342, "xfs"), (0x9123_683e, "btrfs"), (0xf2f5_2010, "f2fs"),
        (0x2fc1_2fc1, "zfs"), (0xca45_1a4e, "bcachefs"), (0x3153_464a, "jfs"), (0x794c_7630, "overlayfs"),
        (0x0102_1994, "tmpfs"),
    ]

    /// Those that people meet.
    private static let others: [(magic: UInt32, name: String)] = [
        (0x6573_5546, "FUSE"), (0x786f_4256, "vboxsf"), (0x6969, "NFS"), (0xff53_4d42, "CIFS"), (0xfe53_4d42, "SMB2"),
        (0x517b, "SMB"), (0x0102_1997, "9P"), (0x00c3_6400, "Ceph"), (0x564c, "NCP"), (0x5346_414f, "AFS"),
        (0x7375_7245, "Coda"), (0x0bd0_0bd0, "Lustre"), (0x4750_4653, "GPFS"), (0x7461_636f, "OCFS2"),
        (0x0116_1970, "GFS2"), (0xbacb_acbc, "vmhgfs"), (0x7c7c_6673, "prl_fs"), (0x4d44, "FAT"),
        (0x2011_bab0, "exFAT"), (0x5346_544e, "NTFS"), (0x7366_746e, "NTFS"), (0x482b, "HFS+"), (0x8584_58f6, "ramfs"),
        (0x7371_7368, "squashfs"), (0x5265_4973, "reiserfs"), (0x9660, "ISO 9660"),
    ]
}
