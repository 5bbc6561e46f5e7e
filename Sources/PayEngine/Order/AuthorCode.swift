/// The customer's one-time payment code (`author_code`).
///
/// A secret while it lives: it prints masked, and only the wire and the digest see it whole.
public struct AuthorCode: Hashable, Sendable {
    package let digits: SecretBytes
    /// Whose code it is, by its first two digits.
    public let platform: PayPlatform

    /// First 2 and last 4 digits: what may be shown, logged and kept.
    public var masked: String { Self.mask(digits) }

    init(digits: SecretBytes, platform: PayPlatform) {
        self.digits = digits
        self.platform = platform
    }

    package static func mask(_ text: String) -> String { mask(text.utf8) }

    private static func mask(_ digits: some BidirectionalCollection<UInt8>) -> String {
        let hidden = String(repeating: "*", count: digits.count > 6 ? digits.count - 6 : digits.count)
        guard digits.count > 6 else { return hidden }
        return String(decoding: digits.prefix(2), as: UTF8.self) + hidden
            + String(decoding: digits.suffix(4), as: UTF8.self)
    }
}

extension AuthorCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The code, masked.
    public var description: String { masked }
    /// The code, masked.
    public var debugDescription: String { masked }
    /// A mirror that shows the masked code only.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
