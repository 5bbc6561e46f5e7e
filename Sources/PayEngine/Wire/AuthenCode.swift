import COpenSSL

/// The message authentication code of the envelope (`authen_code`): HMAC-SHA256 over the exact bytes of the content,
/// in upper-case hex.
public struct AuthenCode: Equatable, Sendable {
    /// 64 upper-case hex digits.
    public let hex: String

    public init(content: [UInt8], key: AuthenKey) {
        hex = Self.upperHex(Self.digest(of: content, key: key))
    }

    /// Whether a code that came with the content is right, compared in constant time.
    public static func isValid(_ hex: String, content: [UInt8], key: AuthenKey) -> Bool {
        let expected = Array(AuthenCode(content: content, key: key).hex.utf8)
        let found = Array(hex.utf8)
        guard expected.count == found.count else { return false }
        return CRYPTO_memcmp(expected, found, expected.count) == 0
    }

    private static func digest(of content: [UInt8], key: AuthenKey) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let done = HMAC(
            EVP_sha256(), key.bytes, Int32(key.bytes.count), content, content.count, &digest, &length)
        precondition(done != nil && length == 32, "HMAC-SHA256 of OpenSSL does not fail on bytes in memory")
        return Array(digest.prefix(32))
    }

    private static func upperHex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
