/// The bytes behind a segment's valid ones, up to the last that is not LF.
struct VoidBytes: Equatable {
    /// How many there are.
    let count: Int64
    /// Their SHA-256, 64 hexadecimal digits.
    let sha256: String

    /// Reads the void bytes as they are now.
    ///
    /// What can't be read any more is not declared.
    init(_ io: any JournalIO, after end: DurablePosition) {
        let hash = SHA256Digest()
        if let count = try? Self.digest(io, end, hash) {
            self.count = count
            sha256 = Self.text(hash)
        } else {
            count = 0
            sha256 = Self.text(SHA256Digest())
        }
    }

    private static func text(_ hash: SHA256Digest) -> String {
        String(decoding: Hexadecimal.encode(hash.finish()), as: UTF8.self)
    }

    private static func digest(
        _ io: any JournalIO, _ end: DurablePosition, _ hash: SHA256Digest
    ) throws(JournalError) -> Int64 {
        guard let file = try io.open(SegmentName.make(end.segment), writing: false) else { return 0 }
        let window = try SegmentWindow(file)
        var contentEnd = end.length
        while let line = try window.line(at: contentEnd) { contentEnd = line.end }
        var at = end.length
        while at < contentEnd {
            let bytes = try window.bytes(at: at, Int(min(contentEnd - at, Int64(SegmentWindow.capacity))))
            if bytes.isEmpty { break }
            hash.update(bytes)
            at += Int64(bytes.count)
        }
        return at - end.length
    }
}
