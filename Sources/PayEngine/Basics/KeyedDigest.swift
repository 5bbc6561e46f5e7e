import COpenSSL

/// HMAC-SHA256 by OpenSSL.
enum KeyedDigest {
    /// SHA-256, fetched once.
    ///
    /// `EVP_sha256()` would have OpenSSL look for its implementation again with every code.
    nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    /// Returns the 32 bytes of the code.
    static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { sha256($0, key: key) }
    }

    static func sha256(_ message: SecretBytes, key: [UInt8]) -> [UInt8] {
        message.withUnsafeBytes { sha256($0, key: key) }
    }

    /// Whether OpenSSL makes a digest: the machine's own configuration can take SHA-256 away.
    ///
    /// Asked at the start, since nothing can be signed, believed or kept without.
    static var isAvailable: Bool {
        withUnsafeBytes(of: UInt8(0)) { made($0, key: [0]) } != nil
    }

    private static func sha256(_ message: UnsafeRawBufferPointer, key: [UInt8]) -> [UInt8] {
        guard let digest = made(message, key: key) else {
            // Only memory can be wanting by now, without which no allocation of Swift's goes on, either. What was
            // sent before is in the journal, and the next start asks about it.
            preconditionFailure("what OpenSSL did at the start it does again")
        }
        return digest
    }

    private static func made(_ message: UnsafeRawBufferPointer, key: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        // OpenSSL takes no message at all for a wish to have the key alone set up.
        var none: UInt8 = 0
        let done = withUnsafeBytes(of: &none) { none in
            let bytes = (message.baseAddress ?? none.baseAddress)?.assumingMemoryBound(to: UInt8.self)
            return HMAC(algorithm, key, Int32(key.count), bytes, message.count, &digest, &length)
        }
        return done != nil && length == 32 ? Array(digest.prefix(32)) : nil
    }

    /// Compares in a time that does not tell where the two differ.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }

    static func hex(_ bytes: [UInt8], digits: StaticString) -> String {
        let digits = digits.withUTF8Buffer { Array($0) }
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
