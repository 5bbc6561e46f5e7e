import CSystem

/// A name that is looked for, and what a line has to hold for it.
struct NameMatch {
    let name: String
    let digest: UInt64
    /// As this program's lines spell it.
    private let needle: [UInt8]

    init(_ name: String) {
        self.name = name
        digest = NameDigest.of(name)
        needle = JSONEscapes.encode(name)
    }

    /// Hands over the record of a line that holds the text, if it bears the name; one that can't be decoded is noted.
    func read(
        _ line: ScannedLine, _ unreadable: inout [JournalProblem], _ each: (JournalRecord) throws -> Void
    ) throws {
        try RecordReader.read(line, &unreadable) { record in
            if record.order == name || record.keys.contains(name) { try each(record) }
        }
    }

    /// Whether the name's text is anywhere in the line.
    @inline(__always)
    func isIn(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let address = line.baseAddress else { return false }
        return needle.withUnsafeBytes { memmem(address, line.count, $0.baseAddress, $0.count) != nil }
    }
}
