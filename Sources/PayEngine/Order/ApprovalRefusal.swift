/// Why nobody's word was taken for something that needs it.
public enum ApprovalRefusal: Error, Equatable, Sendable {
    case supervisorNeeded
    /// Not a listed staff ID.
    case unknownStaff(String)
    /// The configuration has a PIN for them, so that being named is not enough.
    case pinNeeded
    /// It was given longer than ``Approval/lifetime`` ago, or is not there any more.
    case lapsed
    /// It was given for something else.
    case otherAction
    /// It was given for another deposit or order.
    case otherOrder
    /// It was given for another amount.
    case otherAmount
}
