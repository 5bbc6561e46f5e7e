/// The names of a segment's last lines, in memory.
struct RecentNames: Sendable {
    var table = IndexTable()
    /// From here on every line is in the table.
    var start: Int64
}
