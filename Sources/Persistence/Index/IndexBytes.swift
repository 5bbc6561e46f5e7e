/// Spells the file of an index.
enum IndexBytes {
    /// Makes an index of entries that are sorted, each once; nil when the journal's name is too long for one.
    static func make(
        generation: String, position: DurablePosition, chain: ChainState, entries: [IndexEntry]
    ) -> [UInt8]? {
        var header = IndexHeader(generation: generation, position: position, chain: chain, count: entries.count)
        header.blocks = max(header.homes, (slots(entries, header) { _, _ in }) / IndexHeader.capacity + 1)
        guard var bytes = header.bytes else { return nil }
        bytes += [UInt8](repeating: 0, count: header.fileLength - bytes.count)
        bytes.withUnsafeMutableBytes { bytes in
            _ = slots(entries, header) { slot, entry in
                let offset = SegmentIndex.offset(of: slot)
                bytes.storeBytes(of: entry.digest.littleEndian, toByteOffset: offset, as: UInt64.self)
                bytes.storeBytes(of: entry.offset.littleEndian, toByteOffset: offset + 8, as: UInt32.self)
            }
            let seed = IndexHeader.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<IndexHeader.block]))
            for block in 1...header.blocks {
                let start = block * IndexHeader.block
                let end = start + IndexHeader.block - 4
                let body = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                let checksum = Checksum.extend(IndexHeader.seed(seed, block), body)
                bytes.storeBytes(of: checksum.littleEndian, toByteOffset: end, as: UInt32.self)
            }
        }
        return bytes
    }

    /// Hands each entry its slot, the first free one from its home on, and returns the last one.
    private static func slots(
        _ entries: [IndexEntry], _ header: IndexHeader, _ put: (Int, IndexEntry) -> Void
    ) -> Int {
        var slot = -1
        for entry in entries {
            slot = max(slot + 1, header.home(of: entry.digest) * IndexHeader.capacity)
            put(slot, entry)
        }
        return max(0, slot)
    }
}
