/// The names that a line can be found by, without decoding the rest of it.
enum LineNames {
    /// Hands over the digest of `o` and of each of `k`; nothing of a line that begins in another way.
    @inline(__always)
    static func digests(_ line: UnsafeRawBufferPointer, _ each: (UInt64) -> Void) {
        var at = 5
        while at < line.count, line[at] != 0x2c { at += 1 }
        at += 1
        if isMember(0x6f, line, at) {
            at += 4
            guard let digest = text(line, &at) else { return }
            each(digest)
            at += 1
        }
        guard isMember(0x6b, line, at), at + 4 < line.count, line[at + 4] == 0x5b else { return }
        at += 5
        while let digest = text(line, &at) {
            each(digest)
            guard at < line.count, line[at] == 0x2c else { return }
            at += 1
        }
    }

    /// `"x":` at this place.
    @inline(__always)
    private static func isMember(_ name: UInt8, _ line: UnsafeRawBufferPointer, _ at: Int) -> Bool {
        at + 4 <= line.count && line[at] == 0x22 && line[at + 1] == name && line[at + 2] == 0x22 && line[at + 3] == 0x3a
    }

    /// Returns the digest of the text that begins here and moves behind it; nil when there is none.
    @inline(__always)
    private static func text(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> UInt64? {
        guard at < line.count, line[at] == 0x22 else { return nil }
        var end = at + 1
        while end < line.count, line[end] != 0x22 {
            if line[end] == 0x5c { return escaped(line, &at) }
            end += 1
        }
        guard end < line.count else { return nil }
        defer { at = end + 1 }
        return NameDigest.of(UnsafeRawBufferPointer(rebasing: line[(at + 1)..<end]))
    }

    private static func escaped(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> UInt64? {
        var text = JSONText(line)
        text.at = at
        guard let name = text.string() else { return nil }
        at = text.at
        return NameDigest.of(name)
    }
}
