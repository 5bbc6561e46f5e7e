import CSystem

/// Which lines of a segment may bear a name: an index's file. Whatever is read of it is checked each time, and what it
/// says is only where to look.
final class SegmentIndex {
    let header: IndexHeader
    private let file: FileBytes
    private let layout: IndexLayout
    private let seed: UInt32

    /// Nil when the header is damaged, or the file is not as long as it says.
    init?(_ file: FileBytes) {
        guard file.bytes.count >= IndexHeader.block else { return nil }
        let block = UnsafeRawBufferPointer(rebasing: file.bytes[..<IndexHeader.block])
        guard let header = IndexHeader(bytes: block) else { return nil }
        layout = IndexLayout(header)
        guard file.bytes.count == layout.length else { return nil }
        self.header = header
        self.file = file
        seed = IndexHeader.checksum(block)
    }

    /// The index of a segment as it is in the folder; nil when there is none that can be read.
    static func load(_ ordinal: Int, _ io: any JournalIO) -> SegmentIndex? {
        guard let file = try? io.open(SegmentName.index(ordinal), writing: false), let bytes = try? file.map(),
            let index = SegmentIndex(bytes), index.header.position.segment == ordinal
        else { return nil }
        return index
    }

    /// The group that a digest belongs to.
    @inline(__always)
    static func group(of digest: UInt64, _ bits: Int) -> Int { bits == 0 ? 0 : Int(digest >> (64 - UInt64(bits))) }

    /// Asks the processor for what `offsets` looks at first, while others are looked at.
    func expect(_ digest: UInt64) {
        let group = Self.group(of: digest, header.bits)
        fetch(1 + group / IndexLayout.numbers)
    }

    /// The same for what it looks at next.
    func expectEntries(_ digest: UInt64) {
        let group = Self.group(of: digest, header.bits)
        let start = number(group)
        guard start < layout.count else { return }
        fetch(layout.firstEntries + start / IndexLayout.entries)
    }

    /// Adds where the lines begin that may bear the name, in order. False when that can't be read.
    func offsets(of digest: UInt64, _ offsets: inout [Int64]) -> Bool {
        let group = Self.group(of: digest, header.bits)
        guard isGood(1 + group / IndexLayout.numbers),
            (group + 1) % IndexLayout.numbers != 0 || isGood(1 + (group + 1) / IndexLayout.numbers)
        else { return false }
        let (start, end) = (number(group), number(group + 1))
        guard start <= end, end <= layout.count else { return false }
        var at = start
        while at < end {
            let block = layout.firstEntries + at / IndexLayout.entries
            guard isGood(block) else { return false }
            let last = min(end, (at / IndexLayout.entries + 1) * IndexLayout.entries)
            while at < last {
                let entry = entry(at)
                if entry.digest == digest { offsets.append(Int64(entry.offset)) }
                at += 1
            }
        }
        return true
    }

    /// All entries, sorted; nil when any block is damaged.
    func entries() -> [IndexEntry]? {
        guard (1..<layout.blocks).allSatisfy(isGood) else { return nil }
        return (0..<layout.count).map(entry)
    }

    @inline(__always)
    private func isGood(_ block: Int) -> Bool {
        let start = block * IndexHeader.block
        let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[start..<(start + IndexHeader.block)])
        let body = UnsafeRawBufferPointer(rebasing: bytes[..<(IndexHeader.block - 4)])
        return Checksum.extend(IndexLayout.seed(seed, block), body) == IndexHeader.checksum(bytes)
    }

    @inline(__always)
    private func number(_ group: Int) -> Int {
        let offset = (1 + group / IndexLayout.numbers) * IndexHeader.block + group % IndexLayout.numbers * 4
        return Int(file.bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
    }

    @inline(__always)
    private func entry(_ number: Int) -> IndexEntry {
        let block = layout.firstEntries + number / IndexLayout.entries
        let offset = block * IndexHeader.block + number % IndexLayout.entries * IndexLayout.entry
        return IndexEntry(
            digest: file.bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian,
            offset: file.bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self).littleEndian)
    }

    @inline(__always)
    private func fetch(_ block: Int) {
        guard let address = file.bytes.baseAddress else { return }
        postui_prefetch(address + block * IndexHeader.block)
    }
}
