/// What a segment's first line says.
struct SegmentHeader: Equatable, Sendable {
    /// `e` of a header.
    static let event = LineBuilder.headerEvent
    /// The format that this program writes.
    static let version: Int64 = 1

    /// Where the segment before ends, as this one declares it.
    struct Predecessor: Equatable, Sendable {
        /// Its ordinal.
        var segment: Int
        /// Its valid bytes, the last line's LF included.
        var length: Int64
        /// Bytes from there to the last that is not LF.
        var void: Int64
        /// SHA-256 of those, 64 hexadecimal digits.
        var sha256: String
    }

    /// The format's version (`v`).
    var version: Int64 = Self.version
    /// The segment's ordinal, which its name has, too (`segment`).
    var segment: Int
    /// `gen`: the UUID made with the journal.
    var generation: String
    /// The device ID of the till that began it (`till`).
    var till: String
    /// The header's own `n`.
    var first: Int64
    /// Nil in a journal's first segment.
    var previous: Predecessor?

    /// The header's own members, as a JSON object.
    var fields: [UInt8] {
        var bytes = Array("{\"v\":\(version),\"segment\":\(segment),\"gen\":".utf8)
        bytes += JSONEscapes.encode(generation) + Array(",\"till\":".utf8) + JSONEscapes.encode(till)
        bytes += Array(",\"first\":\(first),\"prev\":".utf8)
        guard let previous else { return bytes + Array("null}".utf8) }
        let place = "{\"segment\":\(previous.segment),\"length\":\(previous.length),\"void\":\(previous.void)"
        return bytes + Array("\(place),\"sha256\":\"\(previous.sha256)\"}}".utf8)
    }
}

extension SegmentHeader {
    /// Reads a header line (without LF).
    ///
    /// Nil when it is another event or does not hold what a header has to.
    init?(line: UnsafeRawBufferPointer) {
        guard let record = JournalRecord(line: line), record.event == Self.event else { return nil }
        var text = JSONText(line)
        guard let members = text.members() else { return nil }
        // Of duplicate names the first counts, as in most readers.
        let places = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        func value<T>(_ name: String, _ read: (inout JSONText) -> T?) -> T? {
            guard let place = places[name] else { return nil }
            var text = JSONText(UnsafeRawBufferPointer(rebasing: line[place]))
            guard let value = read(&text), text.isAtEnd else { return nil }
            return value
        }
        guard let version = value("v", { $0.integer() }), let segment = value("segment", { $0.integer() }),
            let generation = value("gen", { $0.string() }), let till = value("till", { $0.string() }),
            let first = value("first", { $0.integer() }), first == record.number, places["prev"] != nil
        else { return nil }
        var previous: Predecessor?
        if value("prev", { $0.accept("null") ? true : nil }) == nil {
            guard let place = places["prev"], let read = Predecessor(UnsafeRawBufferPointer(rebasing: line[place]))
            else { return nil }
            previous = read
        }
        self.init(
            version: version, segment: Int(segment), generation: generation, till: till, first: first,
            previous: previous)
    }
}

extension SegmentHeader.Predecessor {
    /// A segment's length is 32 bits of the lock's word.
    private static var lengths: Range<Int64> { 0..<(1 << 32) }

    fileprivate init?(_ bytes: UnsafeRawBufferPointer) {
        let lengths = Self.lengths
        var text = JSONText(bytes)
        guard text.accept("{\"segment\":"), let segment = text.integer(), SegmentName.ordinals.contains(segment),
            text.accept(",\"length\":"), let length = text.integer(), lengths.contains(length),
            text.accept(",\"void\":"), let void = text.integer(), lengths.contains(void),
            text.accept(",\"sha256\":"), let sha256 = text.string(), sha256.utf8.count == 64,
            text.accept(0x7d), text.isAtEnd
        else { return nil }
        self.init(segment: Int(segment), length: length, void: void, sha256: sha256)
    }
}
