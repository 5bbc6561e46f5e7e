/// The customer's one-time payment code (`author_code`). A secret while it lives: it prints masked, and only the wire
/// and the digest see it whole.
public struct AuthorCode: Hashable, Sendable {
    package let digits: String
    public let platform: PayPlatform

    /// First 2 and last 4 digits: what may be shown, logged and kept.
    public var masked: String { Self.mask(digits) }

    init(digits: String, platform: PayPlatform) {
        self.digits = digits
        self.platform = platform
    }

    package static func mask(_ digits: String) -> String {
        guard digits.utf8.count > 6 else { return String(repeating: "*", count: digits.utf8.count) }
        return digits.prefix(2) + String(repeating: "*", count: digits.utf8.count - 6) + digits.suffix(4)
    }
}

extension AuthorCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { masked }
    public var debugDescription: String { masked }
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
