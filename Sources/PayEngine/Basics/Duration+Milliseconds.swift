extension Duration {
    /// Whole milliseconds, rounded down.
    public var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}

extension Duration {
    /// Reads `2`, `2.5` or `0.125`, digit by digit: at most 6 digits before the point and 9 behind it.
    init?(seconds text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : "0"
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard areDigits, parts[0].utf8.count <= 6, decimals.utf8.count <= 9 else { return nil }
        let padded = decimals + String(repeating: "0", count: 9 - decimals.utf8.count)
        guard let seconds = Int64(parts[0]), let nanoseconds = Int64(padded) else { return nil }
        self = .seconds(seconds) + .nanoseconds(nanoseconds)
    }
}
