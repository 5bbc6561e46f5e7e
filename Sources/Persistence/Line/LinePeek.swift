/// Reads single lines of a segment, and checks that each continues the line before it as the file has it.
final class LinePeek {
    private let file: any JournalFile
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: before + LineShape.longest, alignment: 64)
    private var base: Int64 = 0
    private var count = 0

    /// More than the end of a line that its `c` stands in.
    private static let before = 64
    /// Lines that belong together mostly stand together: a read of this size holds a few.
    private static let step = 1536

    init(_ file: any JournalFile) {
        self.file = file
    }

    deinit {
        buffer.deallocate()
    }

    /// Forgets what was read: the file may have changed.
    func forget() { count = 0 }

    /// Returns the line that begins there and ends, with its LF, no later than `end`.
    ///
    /// Nil when it is not there as a scan would take it. Its bytes are valid until the next call.
    func line(at offset: Int64, upTo end: Int64) throws(JournalError) -> (UnsafeRawBufferPointer, LineShape)? {
        guard offset > 0, offset < end else { return nil }
        var found = try held(offset, Self.step)
        if found == nil { found = try held(offset, LineShape.longest) }
        guard let line = found, offset + Int64(line.count) < end, let printed = printedBefore(offset),
            let shape = LineShape(line),
            shape.follows(printed, line)
        else { return nil }
        return (line, shape)
    }

    /// Returns the bytes up to the next LF; nil when it is not within reach.
    private func held(_ offset: Int64, _ length: Int) throws(JournalError) -> UnsafeRawBufferPointer? {
        if let line = cut(offset) { return line }
        base = max(0, offset - Int64(Self.before))
        count = 0
        count = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<(Self.before + length)]), at: base)
        return cut(offset)
    }

    private func cut(_ offset: Int64) -> UnsafeRawBufferPointer? {
        guard offset == base || offset - base >= Self.before, offset < base + Int64(count) else { return nil }
        let rest = UnsafeRawBufferPointer(rebasing: buffer[Int(offset - base)..<count])
        return Feed.first(in: rest).map { UnsafeRawBufferPointer(rebasing: rest[..<$0]) }
    }

    /// Returns the `c` of the line before, blank lines passed over; nil when that is not within reach.
    private func printedBefore(_ offset: Int64) -> UInt32? {
        var end = Int(offset - base)
        guard end > 0, buffer[end - 1] == 0x0a else { return nil }
        while end > 0, buffer[end - 1] == 0x0a { end -= 1 }
        return LineShape.printedChecksum(UnsafeRawBufferPointer(rebasing: buffer[max(0, end - Self.before)..<end]))
    }
}
