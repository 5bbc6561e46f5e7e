import Persistence

/// Makes the journal's indexes anew. Takes the journal's lock.
public struct JournalIndexing: Equatable, Sendable {
    /// Segments that have a new index.
    public let segments: Int
    /// Names in them, each counted once for each line that bears it.
    public let names: Int
    /// Segments that have none, because lines are missing in them.
    public let damaged: [Int]

    /// - Throws: ``DeskError``
    public init(rebuilding directory: String, till: String) throws(DeskError) {
        do {
            let summary = try Journal.rebuildIndexes(directory: directory, till: till)
            segments = summary.segments
            names = summary.names
            damaged = summary.damaged
        } catch {
            throw DeskError(error)
        }
    }
}
