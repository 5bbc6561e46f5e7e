/// The end of a file that may be filled ahead with LF.
enum SegmentTail {
    private static let step: Int64 = 64 << 10

    /// Returns what the line says of the chain whose LF is the last of `length` bytes; nil when none ends there.
    static func state(of file: any JournalFile, endingAt length: Int64) throws(JournalError) -> ChainState? {
        let start = max(0, length - Int64(LineShape.longest))
        guard length > start else { return nil }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(length - start), alignment: 16)
        defer { buffer.deallocate() }
        guard try file.read(into: buffer, at: start) == buffer.count, buffer.last == 0x0a else { return nil }
        let content = UnsafeRawBufferPointer(buffer).dropLast()
        let from = content.lastIndex(of: 0x0a).map { $0 + 1 } ?? content.startIndex
        let line = UnsafeRawBufferPointer(rebasing: content[from...])
        return LineShape(line)?.state(line)
    }

    /// Behind the last byte that is not LF, the one LF after it included.
    static func contentEnd(_ file: any JournalFile) throws(JournalError) -> Int64 {
        let size = try file.size()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(step), alignment: 16)
        defer { buffer.deallocate() }
        var end = size
        while end > 0 {
            let start = max(0, end - step)
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(end - start)])
            let count = try file.read(into: part, at: start)
            if let last = part[..<count].lastIndex(where: { $0 != 0x0a }) {
                return min(size, start + Int64(last) + 2)
            }
            end = start
        }
        return 0
    }
}
