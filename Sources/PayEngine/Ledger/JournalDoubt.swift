/// Why it proves nothing that the journal does not tell of an order.
public enum JournalDoubt: Equatable, Sendable {
    /// The till's journal is not where it was opened: what stands there by its name may be another's.
    case moved(MovedFile)
    /// It can't be read; the text is for engineers.
    case unreadable(String)
    /// Lines are damaged or missing, or are a later version's.
    case incomplete
}
