/// Why an open question was not closed by hand.
public enum ClosingRefusal: Error, Equatable, Sendable {
    /// This till's journal has no such order.
    case noSuchOrder
    /// It was not found in a journal that may not hold all that it should.
    case notFound(JournalDoubt)
    /// It is settled, or was closed already.
    case notOpen
    /// It is not yet 150 s since the last sending; how many seconds are left.
    case tooEarly(secondsLeft: Int)
    /// Nobody's word was taken: only a supervisor may, where one is configured.
    case approval(ApprovalRefusal)
    case reasonMissing
    case reasonTooLong(limit: Int)
    /// The last query before closing settled the order: there is nothing to close any more.
    case settledMeanwhile(DepositOrder)
    /// The journal could not take it.
    case journal(String)
}
