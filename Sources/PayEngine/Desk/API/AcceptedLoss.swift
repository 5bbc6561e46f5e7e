/// A supervisor's word that the till shall go on although something is lost from its journal, which can't be restored.
public struct AcceptedLoss: Equatable, Sendable {
    /// Whose word it is.
    public let staffID: String
    /// Why; the journal keeps it.
    public let reason: String

    /// The most bytes of a reason.
    public static let reasonLimit = 255

    /// Takes what people typed.
    ///
    /// - Throws: ``AcceptedLossRefusal``
    public init(
        staffID: String, reason: String, configuration: TillConfiguration
    ) throws(AcceptedLossRefusal) {
        let reason = AuthorCode.maskingCodes(in: reason.printable)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        guard reason.utf8.count <= Self.reasonLimit else { throw .reasonTooLong(limit: Self.reasonLimit) }
        if !configuration.staff.isEmpty {
            guard let member = configuration.staff.first(where: { $0.id == staffID }) else {
                throw .unknownStaff(staffID.printable)
            }
            guard member.role == .supervisor || !configuration.hasSupervisor else { throw .supervisorNeeded }
        }
        self.staffID = staffID
        self.reason = reason
    }
}
