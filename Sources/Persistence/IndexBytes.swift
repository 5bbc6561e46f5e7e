/// Spells the file of an index.
enum IndexBytes {
    /// Nil when the journal's name is too long for one.
    ///
    /// - Parameter entries: sorted, each once.
    static func make(
        generation: String, position: DurablePosition, chain: ChainState, entries: [IndexEntry]
    ) -> [UInt8]? {
        let header = IndexHeader(generation: generation, position: position, chain: chain, count: entries.count)
        guard var bytes = header.bytes else { return nil }
        let layout = IndexLayout(header)
        bytes += [UInt8](repeating: 0, count: layout.length - bytes.count)
        bytes.withUnsafeMutableBytes { bytes in
            putGroups(entries, header.bits, layout, bytes)
            putEntries(entries, layout, bytes)
            let seed = IndexHeader.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<IndexHeader.block]))
            for block in 1..<layout.blocks {
                let start = block * IndexHeader.block
                let body = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + IndexHeader.block - 4)])
                let checksum = Checksum.extend(IndexLayout.seed(seed, block), body)
                bytes.storeBytes(
                    of: checksum.littleEndian, toByteOffset: start + IndexHeader.block - 4, as: UInt32.self)
            }
        }
        return bytes
    }

    private static func putGroups(
        _ entries: [IndexEntry], _ bits: Int, _ layout: IndexLayout, _ bytes: UnsafeMutableRawBufferPointer
    ) {
        var at = 0
        for group in 0..<layout.groups {
            while at < entries.count, SegmentIndex.group(of: entries[at].digest, bits) < group { at += 1 }
            let offset =
                (1 + group / IndexLayout.numbers) * IndexHeader.block + group % IndexLayout.numbers * 4
            bytes.storeBytes(of: UInt32(at).littleEndian, toByteOffset: offset, as: UInt32.self)
        }
    }

    private static func putEntries(
        _ entries: [IndexEntry], _ layout: IndexLayout, _ bytes: UnsafeMutableRawBufferPointer
    ) {
        for (number, entry) in entries.enumerated() {
            let block = layout.firstEntries + number / IndexLayout.entries
            let offset = block * IndexHeader.block + number % IndexLayout.entries * IndexLayout.entry
            bytes.storeBytes(of: entry.digest.littleEndian, toByteOffset: offset, as: UInt64.self)
            bytes.storeBytes(of: entry.offset.littleEndian, toByteOffset: offset + 8, as: UInt32.self)
        }
    }
}
