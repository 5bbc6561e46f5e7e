/// A supervisor's word that the till shall go on although something is lost.
public struct LossAcceptance: Sendable, Equatable {
    /// The supervisor's ID.
    public let staff: String
    /// Why it can't be restored.
    public let reason: String
    /// What the word rests on, in the caller's own words; nil: it does not say.
    public let approval: String?

    /// Accepts a loss.
    ///
    /// - Parameters:
    ///   - staff: who does; it goes into the journal, so it may not hold a secret.
    ///   - reason: why; it goes there, too.
    ///   - approval: what the word rests on; so does this.
    public init(staff: String, reason: String, approval: String? = nil) {
        self.staff = staff
        self.reason = reason
        self.approval = approval
    }
}
