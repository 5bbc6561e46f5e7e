/// Reads single lines again that a scan of the same journal has verified before.
///
/// Lines that were mended are as the file has them: keep those when the scan hands them over.
public final class LineFetcher {
    private let folder: DiskFolder?
    private var file: (segment: Int, file: any JournalFile)?
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: LineShape.longest, alignment: 16)

    /// - Throws: `JournalError`
    public init(directory: String) throws(JournalError) {
        folder = try DiskFolder.existing(directory)
    }

    deinit {
        buffer.deallocate()
    }

    /// Calls a function with the bytes of the line, without its LF.
    ///
    /// - Parameters:
    ///   - place: where the line is.
    ///   - body: what is called.
    /// - Returns: what it returns; nil when no line is there.
    /// - Throws: `JournalError`, or what `body` throws.
    public func withLine<Result>(at place: LinePlace, _ body: (RawSpan) throws -> Result) throws -> Result? {
        guard let line = try line(at: place) else { return nil }
        return try body(line.bytes)
    }

    /// Returns the bytes of the line, without its LF, valid until the next call; nil when none is there.
    private func line(at place: LinePlace) throws(JournalError) -> UnsafeRawBufferPointer? {
        guard let file = try file(of: place.segment) else { return nil }
        let count = try file.read(into: buffer, at: place.offset)
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        guard let end = bytes.firstIndex(of: 0x0a) else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[..<end])
    }

    /// Returns the line, decoded; nil when none is there.
    public func record(at place: LinePlace) throws(JournalError) -> JournalRecord? {
        try line(at: place).flatMap { JournalRecord(line: $0) }
    }

    private func file(of segment: Int) throws(JournalError) -> (any JournalFile)? {
        if let file, file.segment == segment { return file.file }
        guard let opened = try folder?.open(SegmentName.make(segment), writing: false) else { return nil }
        file = (segment, opened)
        return opened
    }
}
