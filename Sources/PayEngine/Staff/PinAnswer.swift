/// What came of a PIN that somebody typed.
public enum PinAnswer: Equatable, Sendable {
    case accepted
    /// The configuration has no PIN for this member: whatever was typed, it was not looked at.
    case noPinNeeded
    /// So many tries are left; 0: it is locked now, for ``StaffApproval/lockSeconds``.
    case wrong(left: Int)
    /// The PIN was not looked at, since it is locked after too many wrong ones.
    case locked(secondsLeft: Int)
    case unknownStaff
    /// It can't be told, because wrong tries could not be counted durably or there is no memory. The text is for
    /// engineers.
    case impossible(String)
}
