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
