import Persistence

/// Why the desk can't be opened. Nothing was sent.
public enum DeskError: Error, Equatable, Sendable {
    /// Another process has the journal.
    case locked(process: Int32?)
    /// The journal can't be read or written; the text is for engineers.
    case journal(String)
    case book(DepositBookError)
    case curl(CurlError)
    /// For engineers.
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let error as DeskError: self = error
        case JournalError.locked(let process): self = .locked(process: process)
        case let error as JournalError: self = .journal("\(error)")
        case let error as DepositBookError: self = .book(error)
        case let error as CurlError: self = .curl(error)
        default: self = .other("\(error)")
        }
    }
}
