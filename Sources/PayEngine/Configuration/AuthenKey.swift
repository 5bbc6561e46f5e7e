/// The merchant's authentication key: 32 characters, taken as ASCII bytes.
///
/// It prints as nothing but its name.
public struct AuthenKey: Equatable, Sendable {
    /// How many characters a key has.
    public static let length = 32

    let bytes: [UInt8]

    /// Makes a key of a text; nil unless it is 32 printable ASCII characters.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == Self.length, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.bytes = bytes
    }
}

extension AuthenKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type's name, and nothing of the key.
    public var description: String { "AuthenKey(…)" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
