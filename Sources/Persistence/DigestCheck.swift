/// Follows `h` from line to line.
struct DigestCheck {
    private(set) var problems: [JournalProblem] = []
    private var before: (number: Int64, digest: PrintedDigest) = (0, .none)
    private let hash = SHA256Digest()

    /// Checks a line that the scan took. After a gap there is nothing to compare with.
    mutating func check(_ line: ScannedLine) {
        let printed = LineShape.printedDigest(line.bytes)
        let body = UnsafeRawBufferPointer(rebasing: line.bytes[..<(line.bytes.count - LineShape.suffix)])
        if line.number == before.number + 1, before.digest.following(body, using: hash) != printed {
            problems.append(.brokenChain(number: line.number, segment: line.segment))
        }
        before = (line.number, printed)
    }
}
