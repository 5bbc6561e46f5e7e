/// The message authentication code of the envelope (`authen_code`): HMAC-SHA256 over the exact bytes of the content,
/// in upper-case hex.
public struct AuthenCode: Equatable, Sendable {
    /// 64 upper-case hex digits.
    public let hex: String

    /// Whether this machine's OpenSSL makes such codes: its configuration can take SHA-256 away.
    ///
    /// To be asked at the start, before anything has to be signed or judged.
    public static var isAvailable: Bool { KeyedDigest.isAvailable }

    /// Makes the code of a content's exact bytes.
    public init(content: [UInt8], key: AuthenKey) {
        hex = KeyedDigest.hex(KeyedDigest.sha256(content, key: key.bytes), digits: "0123456789ABCDEF")
    }

    init(content: SecretBytes, key: AuthenKey) {
        hex = KeyedDigest.hex(KeyedDigest.sha256(content, key: key.bytes), digits: "0123456789ABCDEF")
    }

    /// Whether a code that came with the content is right, compared in constant time.
    public static func isValid(_ hex: String, content: [UInt8], key: AuthenKey) -> Bool {
        KeyedDigest.areEqual(Array(AuthenCode(content: content, key: key).hex.utf8), Array(hex.utf8))
    }
}
