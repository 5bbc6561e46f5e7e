/// Where in an index's file things stand. After the header's block come the groups' beginnings, then the entries.
struct IndexLayout: Equatable, Sendable {
    /// Numbers of 32 bits in a block.
    static let numbers = 63
    /// Entries of 12 bytes in a block.
    static let entries = 21
    static let entry = 12

    /// Where each group begins, and where the last one ends.
    let groups: Int
    let count: Int

    init(_ header: IndexHeader) {
        groups = (1 << header.bits) + 1
        count = header.count
    }

    /// The block in which the entries begin.
    var firstEntries: Int { 1 + (groups + Self.numbers - 1) / Self.numbers }
    var blocks: Int { firstEntries + (count + Self.entries - 1) / Self.entries }
    /// The file's length.
    var length: Int { blocks * IndexHeader.block }

    /// What a block's checksum begins with: the block is believed in its own place in its own file only.
    @inline(__always)
    static func seed(_ header: UInt32, _ block: Int) -> UInt32 { header ^ UInt32(truncatingIfNeeded: block) }
}
