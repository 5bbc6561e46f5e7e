/// A name's digest, and where in its segment a line begins that bears the name.
struct IndexEntry: Equatable, Comparable, Sendable {
    var digest: UInt64
    var offset: UInt32

    static func < (left: IndexEntry, right: IndexEntry) -> Bool {
        left.digest == right.digest ? left.offset < right.offset : left.digest < right.digest
    }
}
