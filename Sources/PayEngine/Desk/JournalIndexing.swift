public import Logging
import Persistence

/// Makes the journal's indexes anew.
///
/// Takes the journal's lock.
public struct JournalIndexing: Equatable, Sendable {
    /// Segments that have a new index.
    public let segments: Int
    /// Names in them, each counted once for each line that bears it.
    public let names: Int
    /// Segments that have none, because lines are missing in them.
    public let damaged: [Int]

    /// Makes the indexes of a till's journal anew; a folder that holds no journal is left alone.
    ///
    /// Where much had to be read, the ledger is kept, as by every command that writes: the next start is short.
    ///
    /// - Throws: ``DeskError``
    public init(rebuilding configuration: TillConfiguration, log: Logger) throws(DeskError) {
        do {
            let summary = try Self.rebuild(configuration, log)
            segments = summary.segments
            names = summary.names
            damaged = summary.damaged
        } catch {
            throw DeskError(error)
        }
    }

    private static func rebuild(_ configuration: TillConfiguration, _ log: Logger) throws -> IndexSummary {
        guard try Journal.isThere(directory: configuration.journalDirectory) else { return IndexSummary() }
        var ledger = DepositLedger()
        // What can't be understood is indexed all the same, but a ledger without it must not be kept.
        var isWhole = true
        let journal = try Journal.open(
            directory: configuration.journalDirectory, till: configuration.till.deviceID,
            allowsAnyFileSystem: configuration.allowsAnyFileSystem,
            restore: { state in
                guard let restored = DepositLedger(state: state) else { return false }
                ledger = restored
                return true
            },
            replay: { record in
                do {
                    try ledger.apply(record)
                } catch {
                    isWhole = false
                }
            })
        defer { journal.close() }
        FileSystemNotice.tell(configuration, log)
        let summary = try journal.rebuildIndexes()
        guard journal.isReplayLong, isWhole else { return summary }
        for number in ledger.unknownNumbers {
            ledger.adopt(number, from: try DeskMemory.ledger(of: number, in: journal))
        }
        ledger.forgetEnded(at: SystemClock().now)
        if !journal.checkpoint(ledger.state) { log.warning("the journal's checkpoint could not be kept") }
        return summary
    }
}
