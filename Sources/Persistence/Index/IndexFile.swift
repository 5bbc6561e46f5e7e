/// Puts indexes into the folder.
enum IndexFile {
    /// What one write takes: other files' syncs must not wait for more.
    private static let step = 256 << 10

    /// Takes the place of the one before, at once.
    static func store(_ bytes: [UInt8], of ordinal: Int, _ io: any JournalIO) throws(JournalError) {
        guard try io.freeBytes() >= DiskReserve.leastFree + Int64(bytes.count) else {
            throw .system(call: "pwrite", path: "\(io.path)/\(SegmentName.index(ordinal))", errno: SystemCall.noSpace)
        }
        try io.replace(SegmentName.index(ordinal), with: bytes, syncedBy: step)
    }
}
