/// Why the journal's lines don't make a ledger.
public enum DepositLedgerError: Error, Equatable, Sendable {
    /// A line is intact and its fields can't be read: a later version's, or not this till's journal.
    case unreadable(line: Int64, detail: String)
}
