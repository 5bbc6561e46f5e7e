import PayEngine

extension StartNotice {
    /// Whether commands say it, too: something is wrong with the journal.
    ///
    /// The rest is about the work at the till.
    var isOfJournal: Bool {
        switch self {
        case .tornTail, .journalDamage, .digestKeyLost, .impossibleLines: true
        case .openQuestions, .lateSuccesses, .expiring, .noSupervisor: false
        }
    }
}
