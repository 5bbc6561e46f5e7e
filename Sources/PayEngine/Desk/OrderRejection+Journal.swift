import Persistence

extension OrderRejection {
    /// What kept the journal from taking an intent.
    init(_ error: JournalError) {
        if case .displaced(let displacement) = error {
            self = .journalMoved(MovedFile(displacement))
        } else {
            self = .journal("\(error)")
        }
    }
}

extension Reason {
    /// What kept the journal from taking an outcome.
    init(_ error: JournalError) {
        if case .displaced(let displacement) = error {
            self = .journalMoved(MovedFile(displacement))
        } else {
            self = .journalFailed("\(error)")
        }
    }
}
