/// The table of which flipped bit makes which difference in the checksum.
///
/// CRC-32C is linear: the difference depends on the distance from the end alone, and no two bits of a line make the
/// same.
struct Syndromes {
    /// Built when the first damaged line is met, which is hardly ever.
    static let shared = Syndromes()

    /// Differences in the upper half, places in the lower, sorted.
    private let entries: [UInt64]

    private init() {
        var entries: [UInt64] = []
        entries.reserveCapacity(LineShape.longest * 8)
        var differences = (0..<8).map { Checksum.remainder(of: 1 << UInt8($0)) }
        for distance in 0..<LineShape.longest {
            for bit in 0..<8 {
                entries.append(UInt64(differences[bit]) << 32 | UInt64(distance << 3 | bit))
                differences[bit] = differences[bit] >> 8 ^ Checksum.remainder(of: UInt8(differences[bit] & 255))
            }
        }
        self.entries = entries.sorted()
    }

    /// Returns the flipped bit: how many bytes follow its byte, and its mask; nil when no single bit makes the
    /// difference.
    func flip(_ difference: UInt32) -> (distance: Int, mask: UInt8)? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if UInt32(entries[middle] >> 32) < difference { low = middle + 1 } else { high = middle }
        }
        guard low < entries.count, UInt32(entries[low] >> 32) == difference else { return nil }
        let place = Int(entries[low] & 0xffff_ffff)
        return (place >> 3, 1 << UInt8(place & 7))
    }
}
