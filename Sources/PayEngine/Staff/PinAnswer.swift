/// What came of a PIN that somebody typed.
public enum PinAnswer: Equatable, Sendable {
    case accepted
    /// It is the right one; how many wrong ones in a row came before it, and when the first of them was typed.
    case acceptedAfter(wrong: Int, since: Timestamp)
    /// The configuration has no PIN for this member: whatever was typed, it was not looked at.
    case noPinNeeded
    /// It is wrong; how many tries are left before the ID is locked, at least one.
    case wrong(left: Int)
    /// Wrong, and from now on locked.
    case wrongAndLocked(seconds: Int)
    /// The PIN was not looked at, since it is locked after too many wrong ones.
    case locked(secondsLeft: Int)
    case unknownStaff
    /// What it was to approve is not theirs to approve: the PIN was not looked at.
    case supervisorNeeded
    /// It can't be told, because wrong tries could not be counted durably or there is no memory. The text is for
    /// engineers.
    case impossible(String)
}
