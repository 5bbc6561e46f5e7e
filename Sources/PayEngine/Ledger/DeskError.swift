import Persistence

/// Why the desk can't be opened.
///
/// Nothing was sent.
public enum DeskError: Error, Equatable, Sendable {
    /// Another process has the journal.
    case locked(process: Int32?)
    /// The journal can't be read or written; the text is for engineers.
    case journal(String)
    /// Something is lost that was in the journal once: the till does not begin over it.
    case damaged([JournalFinding])
    /// Something was to be accepted as lost, and nothing is.
    case nothingLost
    /// The journal's files were moved, deleted or replaced while they were opened.
    case moved(MovedFile)
    /// The journal is on a file system that may not keep what it acknowledges; `name` as people call it.
    case fileSystem(path: String, name: String)
    /// A FIFO, a device or a link stands where a file of the journal belongs.
    case notRegular(path: String)
    /// A file of the journal is longer than any of its kind is.
    case tooLong(path: String)
    case ledger(DepositLedgerError)
    case curl(CurlError)
    /// The desk gets no thread; `errno` as the kernel gave it.
    case thread(errno: Int32)
    /// For engineers.
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let error as DeskError: self = error
        case JournalError.locked(let process): self = .locked(process: process)
        case JournalError.contradicted(let problems): self = .damaged(problems.map(JournalFinding.init))
        case JournalError.nothingLost: self = .nothingLost
        case JournalError.displaced(let displacement): self = .moved(MovedFile(displacement))
        case JournalError.untrustedFileSystem(let path, let name): self = .fileSystem(path: path, name: name)
        case JournalError.notRegular(let path): self = .notRegular(path: path)
        case JournalError.tooLong(let path): self = .tooLong(path: path)
        case let error as JournalError: self = .journal("\(error)")
        case let error as DepositLedgerError: self = .ledger(error)
        case let error as CurlError: self = .curl(error)
        case let error as ThreadExecutor.Failure: self = .thread(errno: error.errno)
        default: self = .other("\(error)")
        }
    }
}
