extension AuthorCode {
    /// Returns what the journal keeps instead of the code, to know it again: half an HMAC-SHA256 under the journal's
    /// own key.
    func digest(key: [UInt8]) -> String {
        KeyedDigest.hex(Array(KeyedDigest.sha256(digits, key: key).prefix(16)), digits: "0123456789abcdef")
    }
}
