/// What a staff member types to be believed: 4 to 12 digits.
///
/// It prints as nothing but its name.
public struct Pin: Equatable, Sendable {
    /// How many digits a PIN has.
    public static let lengths = 4...12

    let digits: SecretBytes

    /// Makes a PIN of bytes; nil unless they are 4 to 12 ASCII digits.
    public init?(_ digits: SecretBytes) {
        guard Self.lengths.contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.digits = digits
    }

    /// Makes a PIN of a text that came as one, from standard input.
    public init?(_ text: String) {
        self.init(SecretBytes(text.utf8))
    }
}

extension Pin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type's name, and nothing of the PIN.
    public var description: String { "Pin(…)" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows the PIN.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

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
