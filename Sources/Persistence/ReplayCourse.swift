/// How far a start has come with reading.
struct ReplayCourse {
    /// Between two tellings: about a millisecond's work.
    private static let step: Int64 = 1 << 20

    private let total: Int64
    private var read: Int64 = 0
    private var told: Int64 = 0

    /// - Parameter total: the bytes that have to be read.
    init(total: Int64) {
        self.total = total
    }

    /// Returns the percentage, 0 to 100, that is read with this line; nil where it is too early to tell it again.
    @inline(__always)
    mutating func percent(behind line: ScannedLine) -> Int? {
        read += Int64(line.bytes.count) + 1
        guard read - told >= Self.step else { return nil }
        told = read
        return total > 0 ? Int(min(100, 100 * read / total)) : nil
    }
}
