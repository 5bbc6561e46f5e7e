public import Persistence

/// Why the desk can't be opened. Nothing was sent.
public enum DeskError: Error, Equatable, Sendable {
    case journal(JournalError)
    case book(DepositBookError)
    case curl(CurlError)
    /// For engineers.
    case other(String)
}
