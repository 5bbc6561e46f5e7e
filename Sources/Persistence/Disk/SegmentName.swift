/// `segment-000001.jsonl` and the files beside it.
package enum SegmentName {
    private static let prefix = "segment-"
    private static let suffix = ".jsonl"

    /// Ordinals are 31 bits of the lock's word.
    static let ordinals: ClosedRange<Int64> = 1...Int64(Int32.max)

    /// Makes a name of at least six digits, so that names sort as their ordinals do.
    package static func make(_ ordinal: Int) -> String {
        let digits = String(ordinal)
        return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + suffix
    }

    /// Returns the name of its index.
    package static func index(_ ordinal: Int) -> String {
        make(ordinal).dropLast(suffix.count) + ".idx"
    }

    /// Returns the ordinal in the name of an index; nil for every other file.
    static func indexed(_ name: String) -> Int? {
        name.hasSuffix(".idx") ? ordinal(name.dropLast(4) + suffix) : nil
    }

    /// Returns the ordinal of a segment's name; nil for every other file.
    package static func ordinal(_ name: String) -> Int? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix),
            let ordinal = Int(name.dropFirst(prefix.count).dropLast(suffix.count)),
            ordinals.contains(Int64(ordinal)),
            make(ordinal) == name
        else { return nil }
        return ordinal
    }
}
