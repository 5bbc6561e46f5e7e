import CSystem

/// An index's file: which lines of a segment may bear a name.
///
/// Whatever is read of it is checked each time, and what it says is only where to look.
final class SegmentIndex {
    let header: IndexHeader
    private let file: FileBytes
    private let seed: UInt32

    /// Nil when the header is damaged, or the file is not as long as it says.
    init?(_ file: FileBytes) {
        guard file.bytes.count >= IndexHeader.block else { return nil }
        let block = UnsafeRawBufferPointer(rebasing: file.bytes[..<IndexHeader.block])
        guard let header = IndexHeader(bytes: block) else { return nil }
        guard file.bytes.count == header.fileLength else { return nil }
        self.header = header
        self.file = file
        seed = IndexHeader.checksum(block)
    }

    /// Returns the index of a segment as it is in the folder; nil when there is none that can be read.
    static func load(_ ordinal: Int, _ io: any JournalIO) -> SegmentIndex? {
        guard let file = try? io.open(SegmentName.index(ordinal), writing: false), let bytes = try? file.map(),
            let index = SegmentIndex(bytes), index.header.position.segment == ordinal
        else { return nil }
        return index
    }

    /// Returns what an index says of itself; nil when there is none that can be believed.
    static func header(_ ordinal: Int, _ io: any JournalIO) -> IndexHeader? {
        guard let file = try? io.open(SegmentName.index(ordinal), writing: false) else { return nil }
        var bytes = [UInt8](repeating: 0, count: IndexHeader.block)
        let count = bytes.withUnsafeMutableBytes { try? file.read(into: $0, at: 0) }
        guard count == bytes.count, let header = bytes.withUnsafeBytes({ IndexHeader(bytes: $0) }),
            header.position.segment == ordinal
        else { return nil }
        return header
    }

    /// Returns where a slot's entry stands in the file.
    @inline(__always)
    static func offset(of slot: Int) -> Int {
        let block = 1 + slot / IndexHeader.capacity
        return block * IndexHeader.block + slot % IndexHeader.capacity * 12
    }

    /// Asks the processor for what `offsets` looks at, while others are looked at.
    @inline(__always)
    func expect(_ digest: UInt64) {
        guard let address = file.bytes.baseAddress else { return }
        postui_prefetch(address + (1 + header.home(of: digest)) * IndexHeader.block)
    }

    /// Adds where the lines begin that may bear the name, in order; false when that can't be read.
    @inline(__always)
    func offsets(of digest: UInt64, _ offsets: inout [Int64]) -> Bool {
        var block = header.home(of: digest)
        while block < header.blocks {
            guard isGood(block) else { return false }
            for place in 0..<IndexHeader.capacity {
                let entry = entry(block * IndexHeader.capacity + place)
                // No line with a name begins a segment: here the block is empty.
                if entry.offset == 0 || entry.digest > digest { return true }
                if entry.digest == digest { offsets.append(Int64(entry.offset)) }
            }
            block += 1
        }
        return true
    }

    /// Returns all entries, sorted; nil when any block is damaged.
    func entries() -> [IndexEntry]? {
        var entries: [IndexEntry] = []
        entries.reserveCapacity(header.count)
        for block in 0..<header.blocks {
            guard isGood(block) else { return nil }
            for place in 0..<IndexHeader.capacity {
                let entry = entry(block * IndexHeader.capacity + place)
                if entry.offset == 0 { break }
                entries.append(entry)
            }
        }
        return entries.count == header.count ? entries : nil
    }

    @inline(__always)
    private func isGood(_ block: Int) -> Bool {
        let start = (1 + block) * IndexHeader.block
        let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[start..<(start + IndexHeader.block)])
        let body = UnsafeRawBufferPointer(rebasing: bytes[..<(IndexHeader.block - 4)])
        return Checksum.extend(IndexHeader.seed(seed, 1 + block), body) == IndexHeader.checksum(bytes)
    }

    @inline(__always)
    private func entry(_ slot: Int) -> IndexEntry {
        let offset = Self.offset(of: slot)
        return IndexEntry(
            digest: file.bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian,
            offset: file.bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self).littleEndian)
    }
}
