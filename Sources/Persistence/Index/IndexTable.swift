/// The names of lines in memory, as they are written.
///
/// In many small parts, so that none is ever slow to grow or to copy.
struct IndexTable: Sendable {
    private static let bits = 12
    private var parts: [[IndexEntry]] = []
    private(set) var count = 0

    /// Adds the names of a line.
    mutating func add(_ line: UnsafeRawBufferPointer, at offset: Int64) {
        LineNames.digests(line) { add(IndexEntry(digest: $0, offset: UInt32(truncatingIfNeeded: offset))) }
    }

    mutating func add(_ entry: IndexEntry) {
        if parts.isEmpty { parts = Array(repeating: [], count: 1 << Self.bits) }
        parts[Int(entry.digest >> (64 - UInt64(Self.bits)))].append(entry)
        count += 1
    }

    /// Adds what another table holds.
    mutating func add(_ other: IndexTable) {
        for part in other.parts {
            for entry in part { add(entry) }
        }
    }

    /// Where the lines begin that may bear the name, in the order in which they were added.
    func offsets(of digest: UInt64, _ offsets: inout [Int64]) {
        guard !parts.isEmpty else { return }
        for entry in parts[Int(digest >> (64 - UInt64(Self.bits)))] where entry.digest == digest {
            if offsets.last != Int64(entry.offset) { offsets.append(Int64(entry.offset)) }
        }
    }

    /// Returns all entries in order, each once.
    func sorted() -> [IndexEntry] {
        var entries: [IndexEntry] = []
        entries.reserveCapacity(count)
        for part in parts where !part.isEmpty {
            for entry in part.count == 1 ? part : part.sorted() where entries.last != entry { entries.append(entry) }
        }
        return entries
    }
}

/// A name's digest, and where in its segment a line begins that bears the name.
struct IndexEntry: Equatable, Comparable, Sendable {
    var digest: UInt64
    var offset: UInt32

    static func < (left: IndexEntry, right: IndexEntry) -> Bool {
        left.digest == right.digest ? left.offset < right.offset : left.digest < right.digest
    }
}

/// The names of a segment's last lines, in memory.
struct RecentNames: Sendable {
    var table = IndexTable()
    /// From here on every line is in the table.
    var start: Int64
}
