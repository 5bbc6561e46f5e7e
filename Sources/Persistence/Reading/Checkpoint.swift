/// What the journal's owner made of all lines up to a place, so that a start needs to read only those behind it.
///
/// Disposable: the lines alone are the journal.
package struct Checkpoint: Equatable {
    package static let name = "checkpoint"
    /// How many bytes of lines are worth a new one.
    static let interval: Int64 = 8 << 20
    private static let version: Int64 = 1

    /// `gen` of the journal.
    var generation: String
    /// The last line that the state includes.
    var chain: ChainState
    /// Where that line ends.
    var position: DurablePosition
    /// What was found wrong up to there.
    var findings: [[Int64]]
    /// The owner's state, opaque here.
    var state: [UInt8]

    /// A line of JSON, ending in the CRC-32C of everything else, then the state.
    var bytes: [UInt8] {
        var line = Array("{\"v\":\(Self.version),\"gen\":".utf8) + JSONEscapes.encode(generation)
        line += Array(",\"n\":\(chain.number),\"c\":\"".utf8) + Hexadecimal.encode(chain.checksum)
        line += Array("\",\"h\":\"".utf8) + chain.digest.digits
        line += Array("\",\"segment\":\(position.segment),\"length\":\(position.length)".utf8)
        line += Array(",\"found\":[\(Self.list(findings))]".utf8)
        line += Array(",\"state\":\(state.count),\"crc\":\"".utf8)
        return line + Hexadecimal.encode(Self.checksum(line, state)) + Array("\"}\n".utf8) + state
    }

    /// Nil when the bytes are damaged, cut short, or another version's.
    init?(bytes: [UInt8]) {
        guard let feed = bytes.firstIndex(of: 0x0a) else { return nil }
        let line = Array(bytes[..<feed])
        let state = Array(bytes[(feed + 1)...])
        guard line.count > 10, line.suffix(10) == Self.ending(line.dropLast(10), state),
            let checkpoint = line.withUnsafeBytes({ Self.parse($0, state) })
        else { return nil }
        self = checkpoint
    }

    init(generation: String, chain: ChainState, position: DurablePosition, findings: [[Int64]], state: [UInt8]) {
        self.generation = generation
        self.chain = chain
        self.position = position
        self.findings = findings
        self.state = state
    }

    /// Returns the checkpoint in the folder; nil when there is none that can be used.
    static func load(_ io: any JournalIO) -> Checkpoint? {
        guard let file = try? io.open(name, writing: false), let size = try? file.size(), size < 1 << 30 else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let count = bytes.withUnsafeMutableBytes { try? file.read(into: $0, at: 0) }
        return count == bytes.count ? Checkpoint(bytes: bytes) : nil
    }

    /// Takes the place of the one before, at once.
    func store(_ io: any JournalIO) throws(JournalError) {
        try io.replace(Self.name, with: bytes)
    }

    /// Whether the journal still has that very line in that very place.
    func agrees(with folder: SegmentFolder, _ io: any JournalIO) throws(JournalError) -> Bool {
        // One from before a loss that was accepted is stale.
        guard folder.generation == generation,
            let segment = folder.segments.first(where: { $0.ordinal == position.segment }),
            segment.header?.generation == generation, position.length <= segment.declared?.length ?? .max,
            let file = try io.open(segment.name, writing: false), try file.size() >= position.length
        else { return false }
        return try SegmentTail.state(of: file, endingAt: position.length) == chain
    }

    private static func parse(_ line: UnsafeRawBufferPointer, _ state: [UInt8]) -> Checkpoint? {
        var text = JSONText(line)
        guard text.accept("{\"v\":"), text.integer() == version, text.accept(",\"gen\":"),
            let generation = text.string(),
            text.accept(",\"n\":"), let number = text.integer(), text.accept(",\"c\":"), let printed = text.string(),
            let checksum = UInt32(printed, radix: 16), text.accept(",\"h\":"), let digest = text.string(),
            digest.utf8.count == 32, text.accept(",\"segment\":"), let segment = text.integer(),
            text.accept(",\"length\":"), let length = text.integer(), length > 0,
            let findings = findings(&text), text.accept(",\"state\":"), text.integer() == Int64(state.count)
        else { return nil }
        let chain = ChainState(
            number: number, checksum: checksum,
            digest: Array(digest.utf8).withUnsafeBytes { PrintedDigest(printed: $0) })
        return Checkpoint(
            generation: generation, chain: chain,
            position: DurablePosition(segment: Int(segment), length: length), findings: findings, state: state)
    }

    private static func list(_ findings: [[Int64]]) -> String {
        findings.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }.joined(separator: ",")
    }

    private static func findings(_ text: inout JSONText) -> [[Int64]]? {
        guard text.accept(",\"found\":"), let findings = text.findings() else { return nil }
        return JournalReport(findings: findings) == nil ? nil : findings
    }

    private static func ending(_ line: ArraySlice<UInt8>, _ state: [UInt8]) -> ArraySlice<UInt8> {
        (Hexadecimal.encode(checksum(Array(line), state)) + [0x22, 0x7d])[...]
    }

    private static func checksum(_ line: [UInt8], _ state: [UInt8]) -> UInt32 {
        let checksum = line.withUnsafeBytes { Checksum.extend(0, $0) }
        return state.withUnsafeBytes { Checksum.extend(checksum, $0) }
    }
}
