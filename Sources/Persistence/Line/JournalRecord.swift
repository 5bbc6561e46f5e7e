/// One line of the journal, with the members that every line has.
public struct JournalRecord: Sendable, Equatable {
    /// The line's number, `n`: up by one from line to line, and the only order there is.
    public let number: Int64
    /// `e`: the event.
    public let event: String
    /// `o`: the name that the owner's events belong together by.
    public let order: String?
    /// `k`: further names to find it by.
    public let keys: [String]
    /// `t`: wall time in milliseconds since 1970.
    public let milliseconds: Int64
    /// `m`: nanoseconds since the boot that `boot` names.
    public let monotonic: Int64
    /// `b`: the boot.
    public let boot: String
    /// `h`: 32 hexadecimal digits.
    public let digest: String
    /// The whole line without its LF.
    ///
    /// The owner decodes its own fields from it.
    public let line: [UInt8]
}

extension JournalRecord {
    /// Decodes a line (without its LF).
    ///
    /// Nil when it is no JSON object that begins with a line's members in their order, or is not UTF-8. Neither `c` nor
    /// `h` is checked.
    init?(line: UnsafeRawBufferPointer) {
        var text = JSONText(line)
        guard LineShape(line) != nil, UTF8Text.isValid(line), text.accept("{\"n\":"), let number = text.integer(),
            text.accept(0x2c)
        else { return nil }
        var order: String?
        var keys: [String] = []
        if text.accept("\"o\":") {
            guard let name = text.string(), text.accept(0x2c) else { return nil }
            order = name
        }
        if text.accept("\"k\":[") {
            repeat {
                guard let key = text.string() else { return nil }
                keys.append(key)
            } while text.accept(0x2c)
            guard text.accept("],") else { return nil }
        }
        guard text.accept("\"e\":"), let event = text.string(), text.accept(",\"t\":"),
            let milliseconds = text.time(),
            text.accept(",\"m\":"), let monotonic = text.integer(),
            text.accept(",\"b\":"), let boot = text.string(), Self.endsWell(line, &text)
        else { return nil }
        self.init(
            number: number, event: event, order: order, keys: keys, milliseconds: milliseconds, monotonic: monotonic,
            boot: boot, digest: LineShape.printedDigest(line).text, line: Array(line))
    }

    /// The same, of bytes of another module.
    package init?(line: RawSpan) {
        guard let record = line.withUnsafeBytes({ JournalRecord(line: $0) }) else { return nil }
        self = record
    }

    /// Whether nothing but members with values follows up to the end of the object.
    private static func endsWell(_ line: UnsafeRawBufferPointer, _ text: inout JSONText) -> Bool {
        while text.accept(0x2c) {
            guard text.skipText(), text.accept(0x3a), text.skipValue() else { return false }
        }
        return text.accept(0x7d) && text.isAtEnd
    }
}

extension JSONText {
    /// Reads a string that is a moment, in milliseconds since 1970.
    fileprivate mutating func time() -> Int64? {
        let start = at + 1
        guard skipText() else { return nil }
        return WallTime.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<(at - 1)]))
    }
}
