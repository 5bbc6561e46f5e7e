/// Spells lines.
struct LineBuilder {
    /// What the format keeps for itself.
    static let reserved: Set<String> = ["n", "o", "k", "e", "t", "m", "b", "h", "c"]
    /// `e` of a segment's first line, which is no record.
    static let headerEvent = "segment"
    private static let empty = Array("{}".utf8)
    /// More than most lines are longer than their fields.
    private static let usual = 320

    private var hash = SHA256Digest()

    /// Returns the line (without LF) that follows `chain`, and the chain after it.
    func line(
        after chain: ChainState, event: String, order: String?, keys: [String], stamp: Stamp, fields: [UInt8]
    ) throws(JournalError) -> (bytes: [UInt8], chain: ChainState) {
        var bytes: [UInt8] = []
        // With room for the line feed.
        bytes.reserveCapacity(Self.usual + fields.count)
        bytes += "{\"n\":\(chain.number + 1)".utf8
        if let order {
            bytes += ",\"o\":".utf8
            JSONEscapes.append(order, to: &bytes)
        }
        for (place, key) in keys.enumerated() {
            bytes += (place == 0 ? ",\"k\":[" : ",").utf8
            JSONEscapes.append(key, to: &bytes)
        }
        if !keys.isEmpty { bytes.append(0x5d) }
        bytes += ",\"e\":".utf8
        JSONEscapes.append(event, to: &bytes)
        bytes += ",\"t\":\"".utf8
        bytes += WallTime.format(stamp.milliseconds)
        bytes += "\",\"m\":\(stamp.monotonic),\"b\":".utf8
        JSONEscapes.append(stamp.boot, to: &bytes)
        if fields != Self.empty {
            bytes.append(0x2c)
            bytes += fields[1..<(fields.count - 1)]
        }
        guard let digest = bytes.withUnsafeBytes({ chain.digest.following($0, using: hash) }) else {
            throw .unacceptable("the line before has no digest")
        }
        bytes += ",\"h\":\"".utf8
        bytes += digest.digits
        bytes.append(0x22)
        let checksum = bytes.withUnsafeBytes { Checksum.extend(chain.checksum, $0) }
        bytes += ",\"c\":\"".utf8
        bytes += Hexadecimal.encode(checksum)
        bytes += "\"}".utf8
        guard bytes.count < LineShape.longest else {
            throw .unacceptable("a line of \(bytes.count) bytes is longer than \(LineShape.longest - 1)")
        }
        return (bytes, ChainState(number: chain.number + 1, checksum: checksum, digest: digest))
    }

    /// Refuses what would not make a line that every reader takes.
    static func check(event: String, order: String?, keys: [String], fields: [UInt8]) throws(JournalError) {
        guard !event.isEmpty, event != headerEvent else { throw .unacceptable("event \"\(event)\"") }
        guard order?.isEmpty != true, !keys.contains("") else { throw .unacceptable("a name that is empty") }
        guard fields.withUnsafeBytes(UTF8Text.isValid) else { throw .unacceptable("fields are not UTF-8") }
        let members = fields.withUnsafeBytes { bytes in
            var text = JSONText(bytes)
            let members = text.members()
            return text.isAtEnd ? members : nil
        }
        guard let members else { throw .unacceptable("fields are not a JSON object without white space") }
        var names: Set<String> = []
        for (name, _) in members {
            guard !reserved.contains(name) else { throw .unacceptable("field \"\(name)\" is the format's own") }
            guard names.insert(name).inserted else { throw .unacceptable("field \"\(name)\" is there twice") }
        }
    }
}
