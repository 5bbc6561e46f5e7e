import Glibc

/// The members that a line begins with, found without decoding it.
struct RecordPrefix {
    /// Between the quotes of `o`; nil where there is none.
    let order: Range<Int>?
    /// From `k`'s opening bracket to the closing one; nil where there is none.
    let keys: Range<Int>?
    /// Between the quotes of `e`.
    let event: Range<Int>
    /// Between the quotes of `t`.
    let time: Range<Int>

    /// Reads the beginning of a line; nil when it begins in another way than this program writes it.
    init?(_ line: UnsafeRawBufferPointer) {
        var at = 5
        while at < line.count, line[at] != 0x2c { at += 1 }
        at += 1
        var order: Range<Int>?
        if let range = Self.text(0x6f, line, &at) {
            order = range
            at += 1
        }
        var keys: Range<Int>?
        if Self.isName(0x6b, line, at), at + 4 < line.count, line[at + 4] == 0x5b {
            guard let end = Self.endOfTexts(line, at + 5) else { return nil }
            keys = (at + 4)..<end
            at = end + 1
        }
        guard let event = Self.text(0x65, line, &at) else { return nil }
        at += 1
        guard let time = Self.text(0x74, line, &at) else { return nil }
        self.order = order
        self.keys = keys
        self.event = event
        self.time = time
    }

    /// Whether `"x":` stands at this place.
    @inline(__always)
    private static func isName(_ name: UInt8, _ line: UnsafeRawBufferPointer, _ at: Int) -> Bool {
        at + 4 <= line.count && line[at] == 0x22 && line[at + 1] == name && line[at + 2] == 0x22 && line[at + 3] == 0x3a
    }

    /// Reads what is between the quotes of `"x":"…"` and moves behind them; nil when it is something else, or escaped.
    @inline(__always)
    private static func text(_ name: UInt8, _ line: UnsafeRawBufferPointer, _ at: inout Int) -> Range<Int>? {
        guard isName(name, line, at), at + 4 < line.count, line[at + 4] == 0x22 else { return nil }
        let start = at + 5
        guard let end = place(of: 0x22, line, start..<line.count), place(of: 0x5c, line, start..<end) == nil else {
            return nil
        }
        at = end + 1
        return start..<end
    }

    /// Returns the first such byte in the range.
    @inline(__always)
    private static func place(of byte: UInt8, _ line: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        guard let address = line.baseAddress, !range.isEmpty,
            let found = memchr(address + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - address
    }

    /// Returns the place behind the bracket that closes a list of texts.
    private static func endOfTexts(_ line: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        var at = start
        while at < line.count, let end = place(of: 0x5d, line, at..<line.count) {
            // Quotes inside of a text are escaped, so this is none: the next member begins.
            if end + 1 < line.count, line[end + 1] == 0x2c, isName(0x65, line, end + 2) { return end + 1 }
            at = end + 1
        }
        return nil
    }
}
