/// A supervisor's word that the till shall go on although something is lost.
public struct LossAcceptance: Sendable, Equatable {
    /// The supervisor's ID.
    public let staff: String
    /// Why it can't be restored.
    public let reason: String

    /// Accepts a loss.
    ///
    /// - Parameters:
    ///   - staff: who does; it goes into the journal, so it may not hold a secret.
    ///   - reason: why; it goes there, too.
    public init(staff: String, reason: String) {
        self.staff = staff
        self.reason = reason
    }
}
