/// Finds the one flipped bit that keeps a line from following the chain.
///
/// Only what makes `c` and `h` agree is taken.
struct LineRepairer {
    /// How many bytes from the line's beginning on it looks at: the line, and one that it ran into or was cut from.
    static let reach = 2 * LineShape.longest

    private let before: ChainState
    private let hash = SHA256Digest()

    init(after chain: ChainState) {
        before = chain
    }

    /// Nil when no single bit explains it.
    func mend(_ bytes: UnsafeRawBufferPointer) -> LineRepair? {
        let feed = bytes.firstIndex(of: 0x0a)
        let line = UnsafeRawBufferPointer(rebasing: bytes[..<(feed ?? bytes.count)])
        if feed != nil, let repair = flipInside(line) { return repair }
        if let repair = flipOfFeed(line) { return repair }
        if let feed { return flipToFeed(bytes, feed) }
        return nil
    }

    /// Checks everything that can be known of a line.
    private func accept(_ line: [UInt8], length: Int, offset: Int, mask: UInt8) -> LineRepair? {
        line.withUnsafeBytes { bytes in
            guard let shape = LineShape(bytes), shape.number == before.number + 1,
                shape.follows(before.checksum, bytes),
                before.digest.following(UnsafeRawBufferPointer(rebasing: bytes[..<shape.digestLength]), using: hash)
                    == LineShape.printedDigest(bytes)
            else { return nil }
            return LineRepair(line: line, length: length, offset: offset, mask: mask, chain: shape.state(bytes))
        }
    }

    /// Finds a flipped bit between two LFs.
    private func flipInside(_ line: UnsafeRawBufferPointer) -> LineRepair? {
        guard line.count > LineShape.suffix, line.count < LineShape.longest else { return nil }
        let body = UnsafeRawBufferPointer(rebasing: line[..<(line.count - LineShape.checksumSuffix)])
        let checksum = Checksum.extend(before.checksum, body)
        let suffix = Array(",\"c\":\"".utf8) + Hexadecimal.encode(checksum) + Array("\"}".utf8)
        var flips: [(offset: Int, mask: UInt8)] = []
        for index in suffix.indices where suffix[index] != line[body.count + index] {
            flips.append((body.count + index, suffix[index] ^ line[body.count + index]))
        }
        if flips.count == 1, flips[0].mask.nonzeroBitCount == 1 {
            return accept(Array(body) + suffix, length: line.count + 1, offset: flips[0].offset, mask: flips[0].mask)
        }
        guard let printed = LineShape.printedChecksum(line),
            let flip = Syndromes.shared.flip(checksum ^ printed), flip.distance < body.count
        else { return nil }
        let offset = body.count - 1 - flip.distance
        var mended = Array(line)
        mended[offset] ^= flip.mask
        return accept(mended, length: line.count + 1, offset: offset, mask: flip.mask)
    }

    /// Finds a flipped bit of the line's LF: the next line, or whatever else follows, seems to be a part of it.
    private func flipOfFeed(_ line: UnsafeRawBufferPointer) -> LineRepair? {
        for end in line.indices.dropFirst(LineShape.suffix) {
            let mask = line[end] ^ 0x0a
            guard mask.nonzeroBitCount == 1, line[end - 1] == 0x7d, end < LineShape.longest else { continue }
            if let repair = accept(Array(line[..<end]), length: end + 1, offset: end, mask: mask) { return repair }
        }
        return nil
    }

    /// Finds a flipped bit that made a LF in the middle: the line seems to be two.
    private func flipToFeed(_ bytes: UnsafeRawBufferPointer, _ feed: Int) -> LineRepair? {
        guard let end = bytes[(feed + 1)...].firstIndex(of: 0x0a), end < LineShape.longest else { return nil }
        for bit in 0..<8 {
            let mask: UInt8 = 1 << UInt8(bit)
            var line = Array(bytes[..<end])
            line[feed] ^= mask
            if let repair = accept(line, length: end + 1, offset: feed, mask: mask) { return repair }
        }
        return nil
    }
}

/// A line with one flipped bit put right.
struct LineRepair: Equatable {
    /// The line as it was written, without its LF.
    let line: [UInt8]
    /// How many bytes of the file it takes, what was its LF included.
    let length: Int
    /// Where the flipped byte is, from the line's beginning on.
    let offset: Int
    /// The flipped bit.
    let mask: UInt8
    /// The chain after the line.
    let chain: ChainState
}
