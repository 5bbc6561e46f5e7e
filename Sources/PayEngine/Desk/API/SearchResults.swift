/// What a search of the journal brought.
public struct SearchResults: Equatable, Sendable {
    /// The newest first.
    public var deposits: [Deposit]
    /// There are more than were asked for.
    public var hasMore: Bool
    /// Why there may be others.
    public var doubt: JournalDoubt?

    /// Makes the results of a search.
    public init(deposits: [Deposit] = [], hasMore: Bool = false, doubt: JournalDoubt? = nil) {
        self.deposits = deposits
        self.hasMore = hasMore
        self.doubt = doubt
    }
}
