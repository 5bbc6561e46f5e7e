/// Something found at the start that the clerk must be told.
public enum StartNotice: Equatable, Sendable {
    /// The journal's last line was cut off, by a power cut for example; how many bytes were set aside.
    case tornTail(bytes: Int64)
    /// Lines of the journal are missing or needed mending; the rest is served.
    case journalDamage([JournalFinding])
    /// The key of the codes' digests was lost and made anew: codes that were used before are not recognised.
    case digestKeyLost
    /// Staff is configured and no supervisor: nobody can approve a release.
    case noSupervisor
    /// By these lines more was released and consumed than was frozen: they were not counted.
    case impossibleLines([Int64])
    /// Orders whose outcome is open.
    case openQuestions(Int)
    /// Orders that turned out to be frozen after the clerk was told otherwise.
    case lateSuccesses(Int)
    /// Deposits that the platform releases by itself within ``Deposit/expiryWarningDays`` days, or perhaps has done so.
    case expiring(Int)
}
