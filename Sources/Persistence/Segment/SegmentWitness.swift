/// What the file of the active segment must still hold: whoever empties, cuts or overwrites it in place changes neither
/// its name nor its inode.
struct SegmentWitness {
    /// The file is at least so long.
    let size: Int64
    /// The last bytes of the last two lines.
    ///
    /// The last one alone would prove nothing right after it was written: that write lands in its place whatever became
    /// of the rest.
    private let ends: [(offset: Int64, bytes: [UInt8])]

    /// The bytes of a line's end that are looked at: its digest and its checksum.
    private static let reach: Int64 = 64

    init(size: Int64, ends: [(offset: Int64, bytes: [UInt8])]) {
        self.size = size
        self.ends = ends
    }

    /// Returns the end of some bytes that stand right before the offset.
    static func end(of bytes: some Collection<UInt8>, at offset: Int64) -> (offset: Int64, bytes: [UInt8]) {
        let end = Array(bytes.suffix(Int(reach)))
        return (offset - Int64(end.count), end)
    }

    /// Returns the end of what a file holds there.
    static func end(of file: any JournalFile, at offset: Int64) throws(JournalError) -> (offset: Int64, bytes: [UInt8])
    {
        let start = max(0, offset - reach)
        var bytes = [UInt8](repeating: 0, count: Int(offset - start))
        let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(JournalError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: start)
        }
        return (start, Array(bytes.prefix(count)))
    }

    /// Whether a file of this size still holds it.
    func agrees(with file: any JournalFile, size found: Int64) -> Bool {
        guard found >= size else { return false }
        return withUnsafeTemporaryAllocation(byteCount: Int(Self.reach), alignment: 16) { buffer in
            ends.allSatisfy { end in
                let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<end.bytes.count])
                guard (try? file.read(into: part, at: end.offset)) == part.count else { return false }
                return part.elementsEqual(end.bytes)
            }
        }
    }
}
