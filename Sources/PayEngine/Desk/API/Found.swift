/// What a search of the journal brought.
public struct Found: Equatable, Sendable {
    /// The newest first.
    public var deposits: [Deposit]
    /// There are more than were asked for.
    public var hasMore: Bool
    /// The journal can't be read; the text is for engineers.
    public var trouble: String?

    public init(deposits: [Deposit] = [], hasMore: Bool = false, trouble: String? = nil) {
        self.deposits = deposits
        self.hasMore = hasMore
        self.trouble = trouble
    }
}
