/// Counts the damaged lines between two good ones, as far as they can still be told apart.
///
/// Flipped bits leave a line in its place; a file that was emptied, cut, or overwritten has fewer than the numbers
/// between say.
struct StandingLines {
    private(set) var count: Int64 = 0
    /// Whether the first line of a segment is among them.
    private(set) var holdHeader = false

    private static let beginning = Array("{\"n\":".utf8)
    /// Each line has this once, right before its checksum; a text that holds it has its quotes escaped.
    private static let mark = Array(",\"c\":\"".utf8)

    /// Notes bytes up to a LF, of which no line counts.
    mutating func add(_ bytes: UnsafeRawBufferPointer, isHeader: Bool) {
        if isHeader { holdHeader = true }
        // A flipped LF puts two lines into one.
        let marks = Self.marks(in: bytes)
        count += marks > 0 ? marks : bytes.starts(with: Self.beginning) ? 1 : 0
    }

    /// Whether they are fewer than the numbers that are missing in their place, or no segment's beginning can be read.
    func lack(_ missing: ClosedRange<Int64>) -> Bool {
        let wanted = missing.upperBound - missing.lowerBound + 1
        return count < wanted || holdHeader && wanted > 1
    }

    private static func marks(in bytes: UnsafeRawBufferPointer) -> Int64 {
        guard bytes.count >= mark.count else { return 0 }
        var found: Int64 = 0
        for start in 0...(bytes.count - mark.count) where bytes[start] == mark[0] {
            if bytes[start..<(start + mark.count)].elementsEqual(mark) { found += 1 }
        }
        return found
    }
}
