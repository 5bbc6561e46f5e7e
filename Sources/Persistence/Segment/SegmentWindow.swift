import Glibc

/// A part of a file in memory, which follows its reader.
///
/// Files are read and not mapped: sealing cuts off a file's fill, and a mapping would kill its reader then.
final class SegmentWindow {
    /// Where the readable part ends.
    let limit: Int64
    private let file: any JournalFile
    private let buffer: UnsafeMutableRawBufferPointer
    private var base: Int64 = 0
    private var count = 0

    /// Twice the reach of everything that looks at more than one line.
    static let capacity = 256 << 10

    /// Reads no further than the limit, if there is one.
    init(_ file: any JournalFile, limit: Int64? = nil) throws(JournalError) {
        let size = try file.size()
        self.file = file
        self.limit = min(size, limit ?? size)
        buffer = .allocate(byteCount: Int(max(1, min(Int64(Self.capacity), self.limit))), alignment: 64)
    }

    deinit {
        buffer.deallocate()
    }

    /// Returns the next line at or after the offset, blank ones passed over; nil at the limit.
    ///
    /// What is longer than the window is returned in parts that count as not terminated.
    func line(at offset: Int64) throws(JournalError) -> PhysicalLine? {
        guard let start = try content(from: offset) else { return nil }
        var bytes = held(from: start)
        if let line = Self.cut(bytes, start) { return line }
        if base < start, base + Int64(count) < limit {
            try load(start)
            bytes = held(from: start)
            if let line = Self.cut(bytes, start) { return line }
        }
        return PhysicalLine(start: start, bytes: bytes, isTerminated: false)
    }

    /// Up to `length` bytes from the offset on.
    func bytes(at offset: Int64, _ length: Int) throws(JournalError) -> UnsafeRawBufferPointer {
        if offset < base || offset + Int64(length) > base + Int64(count) { try load(offset) }
        return UnsafeRawBufferPointer(rebasing: held(from: offset).prefix(length))
    }

    /// Returns the first offset from here on that holds no LF.
    private func content(from offset: Int64) throws(JournalError) -> Int64? {
        var at = offset
        while at < limit {
            if at < base || at >= base + Int64(count) {
                try load(at)
                if count == 0 { return nil }
            }
            let bytes = held(from: at)
            let blank = Self.leadingFeeds(bytes)
            if blank < bytes.count { return at + Int64(blank) }
            at += Int64(blank)
        }
        return nil
    }

    private func load(_ offset: Int64) throws(JournalError) {
        base = offset
        count = 0
        let wanted = min(Int64(Self.capacity), limit - offset)
        guard wanted > 0 else { return }
        count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(wanted)]), at: offset)
    }

    private func held(from offset: Int64) -> UnsafeRawBufferPointer {
        guard offset >= base, offset <= base + Int64(count) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: buffer[Int(offset - base)..<count])
    }

    private static func cut(_ bytes: UnsafeRawBufferPointer, _ start: Int64) -> PhysicalLine? {
        guard let address = bytes.baseAddress, let feed = memchr(address, 0x0a, bytes.count) else { return nil }
        let length = UnsafeRawPointer(feed) - address
        return PhysicalLine(
            start: start, bytes: UnsafeRawBufferPointer(start: address, count: length), isTerminated: true)
    }

    private static func leadingFeeds(_ bytes: UnsafeRawBufferPointer) -> Int {
        var index = 0
        // A filled-ahead file has a mebibyte of them.
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0x0a0a_0a0a_0a0a_0a0a
        {
            index += 8
        }
        while index < bytes.count, bytes[index] == 0x0a { index += 1 }
        return index
    }
}

/// The bytes between two LFs, whatever they are.
struct PhysicalLine {
    /// Where they begin in the file.
    let start: Int64
    /// The bytes without their LF.
    ///
    /// Valid until the window moves.
    let bytes: UnsafeRawBufferPointer
    /// Whether a LF ends them.
    ///
    /// Without it they are no line.
    let isTerminated: Bool

    /// Where the bytes end.
    var end: Int64 { start + Int64(bytes.count) }
    /// Where the next line is looked for.
    var next: Int64 { isTerminated ? end + 1 : end }
}
