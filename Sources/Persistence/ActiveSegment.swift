/// The segment that is being written.
struct ActiveSegment {
    let ordinal: Int
    let file: any JournalFile
    /// Behind its last line.
    var length: Int64

    var position: DurablePosition { DurablePosition(segment: ordinal, length: length) }

    /// Writes a line with its LF and makes it durable. After an error this segment is over.
    mutating func append(_ line: [UInt8], _ path: String) throws(JournalError) {
        let bytes = line + [0x0a]
        let offset = length
        let count = try bytes.withUnsafeBufferPointer { bytes throws(JournalError) in
            try file.write(UnsafeRawBufferPointer(bytes), at: offset)
        }
        // A short write comes from a full disk; the next try would say so.
        guard count == bytes.count else { throw .system(call: "pwrite", path: path, errno: SystemCall.noSpace) }
        try file.sync()
        length += Int64(bytes.count)
    }
}
