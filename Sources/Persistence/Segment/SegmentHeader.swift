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

    /// `v`.
    var version: Int64 = Self.version
    /// The ordinal.
    var segment: Int
    /// `gen`: the UUID made with the journal.
    var generation: String
    /// The till.
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
