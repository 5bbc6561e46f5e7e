/// Puts indexes into the folder.
enum IndexFile {
    /// What one write takes: other files' syncs must not wait for more.
    private static let step = 256 << 10

    /// Takes the place of the one before, at once.
    static func store(_ bytes: [UInt8], of ordinal: Int, _ io: any JournalIO) throws(JournalError) {
        guard try io.freeBytes() >= Reserve.leastFree + Int64(bytes.count) else {
            throw .system(call: "pwrite", path: "\(io.path)/\(SegmentName.index(ordinal))", errno: SystemCall.noSpace)
        }
        let temporary = SegmentName.index(ordinal) + ".new"
        try io.remove(temporary)
        let file = try io.create(temporary)
        do throws(JournalError) {
            try bytes.withUnsafeBufferPointer { bytes throws(JournalError) in
                try write(UnsafeRawBufferPointer(bytes), file, io)
            }
            try io.rename(temporary, to: SegmentName.index(ordinal))
            try io.sync()
        } catch {
            try? io.remove(temporary)
            throw error
        }
    }

    private static func write(
        _ bytes: UnsafeRawBufferPointer, _ file: any JournalFile, _ io: any JournalIO
    ) throws(JournalError) {
        var done = 0
        while done < bytes.count {
            let part = UnsafeRawBufferPointer(rebasing: bytes[done..<min(bytes.count, done + step)])
            guard try file.write(part, at: Int64(done)) == part.count else {
                throw .system(call: "pwrite", path: io.path, errno: SystemCall.noSpace)
            }
            try file.sync()
            done += part.count
        }
    }
}
