/// What an approval rests on, as the journal says it (`approval`).
public enum ApprovalBasis: String, Sendable, CaseIterable {
    /// A right PIN.
    case pin
    /// The word of somebody for whom the configuration has no PIN.
    case withoutPin = "without_pin"
    /// Nothing: the till has no list of staff, so that nobody had to be asked.
    case notNeeded = "not_needed"
}
