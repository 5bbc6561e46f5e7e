/// A supervisor's word that the till shall go on although something is lost.
public struct LossAcceptance: Sendable, Equatable {
    /// The supervisor's ID.
    public let staff: String
    /// Why it can't be restored.
    public let reason: String

    /// - Parameters:
    ///   - staff: goes into the journal, and so does `reason`: neither may hold a secret.
    public init(staff: String, reason: String) {
        self.staff = staff
        self.reason = reason
    }
}
