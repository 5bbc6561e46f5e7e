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

extension AuthorCode {
    /// Returns what the journal keeps instead of the code, to know it again: half an HMAC-SHA256 under the journal's
    /// own key.
    func digest(key: [UInt8]) -> String {
        KeyedDigest.hex(Array(KeyedDigest.sha256(digits, key: key).prefix(16)), digits: "0123456789abcdef")
    }
}

/// Which first two digits of a payment code belong to which platform (`[codes]` of the configuration).
public struct CodePrefixes: Equatable, Sendable {
    /// The first two digits of WeChat Pay's codes.
    public var wechat: [String] = ["10", "11", "12", "13", "14", "15"]
    /// The first two digits of Alipay's codes.
    public var alipay: [String] = ["25", "26", "27", "28", "29", "30"]

    /// Makes the published prefixes.
    public init() {}

    func platform(of prefix: String) -> PayPlatform? {
        if wechat.contains(prefix) { return .wechat }
        if alipay.contains(prefix) { return .alipay }
        return nil
    }
}
