/// What was done to a segment in which no line can be read, as far as its first bytes tell.
public enum SegmentAlteration: Int64, Sendable, Equatable {
    /// Nothing that is known.
    case unknown
    /// CR before each LF, or in its place: an editor, or a transfer as text.
    case carriageReturns
    /// A byte order mark before the first line: an editor.
    case byteOrderMark
    /// The text in UTF-16: an editor.
    case utf16
    /// The file compressed by gzip.
    case gzip

    private static let marks: [(bytes: [UInt8], alteration: SegmentAlteration)] = [
        ([0x1f, 0x8b], .gzip), ([0xef, 0xbb, 0xbf], .byteOrderMark), ([0xff, 0xfe], .utf16), ([0xfe, 0xff], .utf16),
        // Two characters of it: a write that a power cut tore can leave one byte before zeros.
        ([0x7b, 0x00, 0x22, 0x00], .utf16), ([0x00, 0x7b, 0x00, 0x22], .utf16),
    ]

    /// Recognises what a file begins with; nil when it shows none: a write that was cut short leaves such, too.
    init?(beginning bytes: some Collection<UInt8>) {
        if let mark = Self.marks.first(where: { bytes.starts(with: $0.bytes) }) {
            self = mark.alteration
            return
        }
        // A line that is right ends in `"}` and LF, and has no CR in it.
        let line = bytes.prefix { $0 != 0x0a }
        guard line.first == 0x7b, let end = line.firstIndex(of: 0x0d),
            line[..<end].suffix(2).elementsEqual([0x22, 0x7d])
        else { return nil }
        self = .carriageReturns
    }
}
