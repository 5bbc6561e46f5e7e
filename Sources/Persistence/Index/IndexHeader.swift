/// What an index is about: the first block of its file.
struct IndexHeader: Equatable, Sendable {
    /// Bytes of a block, the last four of which are its checksum.
    static let block = 256
    private static let magic = Array("journidx".utf8)
    private static let version: UInt32 = 1
    /// The longest `gen` that fits.
    private static let longest = 64

    /// `gen` of the journal.
    var generation: String
    /// How much of which segment it covers.
    var position: DurablePosition
    /// The last line in there.
    var chain: ChainState
    /// How many entries there are.
    var count: Int
    /// How many blocks the digests are spread over; a few more may follow, for what did not fit.
    var homes: Int
    /// How many blocks hold entries.
    var blocks: Int

    /// How many entries a block holds, and how many it is meant for: the rest is room for those that chance brings.
    static let capacity = 21
    static let load = 15

    /// Returns the block that a digest belongs to, counted from the first that holds entries.
    ///
    /// A larger digest has no lower one.
    @inline(__always)
    func home(of digest: UInt64) -> Int { Int(digest.multipliedFullWidth(by: UInt64(homes)).high) }

    /// The file's length.
    var fileLength: Int { (1 + blocks) * Self.block }

    /// The block; nil when `gen` is longer than a UUID ever is.
    var bytes: [UInt8]? {
        let name = Array(generation.utf8)
        guard name.count <= Self.longest else { return nil }
        var bytes = Self.magic
        bytes += Self.little(Self.version) + Self.little(UInt32(homes)) + Self.little(UInt32(blocks))
        bytes += Self.little(UInt32(count))
        bytes += Self.little(UInt64(position.segment)) + Self.little(UInt64(position.length))
        bytes += Self.little(UInt64(chain.number)) + Self.little(chain.checksum) + Self.little(UInt32(name.count))
        bytes += chain.digest.digits + name
        bytes += [UInt8](repeating: 0, count: Self.block - 4 - bytes.count)
        return bytes + Self.little(bytes.withUnsafeBytes { Checksum.extend(0, $0) })
    }

    /// Reads a header; nil when the bytes are damaged, or another version's.
    init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.block, bytes.starts(with: Self.magic),
            Checksum.extend(0, UnsafeRawBufferPointer(rebasing: bytes.dropLast(4))) == Self.checksum(bytes)
        else { return nil }
        func small(_ offset: Int) -> UInt32 {
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
        }
        func large(_ offset: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        }
        guard small(8) == Self.version, small(12) > 0, small(12) <= small(16),
            let segment = Int(exactly: large(24)), let length = Int64(exactly: large(32)), length < 1 << 32,
            let number = Int64(exactly: large(40)), small(52) <= Self.longest
        else { return nil }
        let name = bytes[88..<(88 + Int(small(52)))]
        generation = String(decoding: name, as: UTF8.self)
        position = DurablePosition(segment: segment, length: length)
        chain = ChainState(
            number: number, checksum: small(48),
            digest: PrintedDigest(printed: UnsafeRawBufferPointer(rebasing: bytes[56..<88])))
        homes = Int(small(12))
        blocks = Int(small(16))
        count = Int(small(20))
    }

    /// Makes a header; `blocks` is known when the entries are in their places.
    init(generation: String, position: DurablePosition, chain: ChainState, count: Int, blocks: Int = 0) {
        self.generation = generation
        self.position = position
        self.chain = chain
        self.count = count
        homes = max(1, (count + Self.load - 1) / Self.load)
        self.blocks = blocks
    }

    /// Returns what the checksum of a block begins with: a block is believed in its own place in its own file only.
    @inline(__always)
    static func seed(_ header: UInt32, _ block: Int) -> UInt32 { header ^ UInt32(truncatingIfNeeded: block) }

    /// Returns the checksum that a block prints.
    @inline(__always)
    static func checksum(_ block: UnsafeRawBufferPointer) -> UInt32 {
        block.loadUnaligned(fromByteOffset: Self.block - 4, as: UInt32.self).littleEndian
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}

extension IndexHeader {
    /// Whether the segment still has that very line in that very place, and counts up to there.
    func agrees(with segment: Segment, _ limit: Int64, _ io: any JournalIO) throws(JournalError) -> Bool {
        guard segment.header?.generation == generation, position.segment == segment.ordinal, position.length <= limit,
            let file = try io.open(segment.name, writing: false)
        else { return false }
        return try SegmentTail.state(of: file, endingAt: position.length) == chain
    }
}
