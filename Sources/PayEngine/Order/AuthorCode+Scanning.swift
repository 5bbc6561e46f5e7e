extension AuthorCode {
    /// Why a scanned or typed text is not a payment code.
    public enum ScanningError: Error, Equatable, Sendable {
        case empty
        /// Something other than digits.
        case notDigits
        /// UnionPay (62 first, 19 digits) is not served.
        case unionPay
        case wrongLength(platform: PayPlatform, found: Int)
        /// No wallet's codes start with these two digits.
        case unknownPrefix(String)
    }

    /// Reads a payment code as scanned.
    ///
    /// - Parameters:
    ///   - text: what the scanner typed.
    ///   - prefixes: which first two digits belong to which platform; they change over the years.
    ///   - override: the platform in place of the prefix's; it makes no UnionPay code another's.
    /// - Throws: why it is no code that this till can send.
    public init(scanned text: SecretBytes, prefixes: CodePrefixes, platform override: PayPlatform? = nil)
        throws(ScanningError)
    {
        var digits = SecretBytes()
        text.forEachCharacter { if !$0.isWhitespace { digits.append(contentsOf: $0.utf8) } }
        guard !digits.isEmpty else { throw .empty }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notDigits }
        let count = digits.count
        let prefix = String(decoding: digits.prefix(2), as: UTF8.self)
        let known = prefixes.platform(of: prefix)
        if known == nil, prefix == "62", count == 19 { throw .unionPay }
        guard let platform = override ?? known else { throw .unknownPrefix(prefix) }
        guard Self.lengths(platform).contains(count) else {
            throw .wrongLength(platform: platform, found: count)
        }
        self.init(digits: digits, platform: platform)
    }

    /// Reads a payment code of a text that came as one, from the command line or from a file.
    public init(scanned text: String, prefixes: CodePrefixes, platform override: PayPlatform? = nil)
        throws(ScanningError)
    {
        try self.init(scanned: SecretBytes(text.utf8), prefixes: prefixes, platform: override)
    }

    /// Whether a text has the form of some wallet's payment code, known or not: such a text is never an amount, a
    /// reference or an order number, and is never shown or kept.
    public static func resemblesPaymentCode(_ text: String) -> Bool {
        resemblesPaymentCode(text.utf8)
    }

    /// Whether a text's bytes look like a payment code.
    public static func resemblesPaymentCode(_ text: some Collection<UInt8>) -> Bool {
        guard text.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        if (16...24).contains(text.count) { return true }
        // The shortest, scanned twice in one go, is as long as an order's number.
        let half = OrderNumber.maximumLength / 2
        return text.count == 2 * half && text.prefix(half).elementsEqual(text.suffix(half))
    }

    /// Whether a payment code stands anywhere in a text, however it is written: such a text is neither kept nor sent.
    ///
    /// - Parameters:
    ///   - text: what somebody typed.
    ///   - prefixes: which first two digits make a code; they change over the years.
    /// - Returns: true where one may stand in it.
    public static func isHeld(by text: String, prefixes: CodePrefixes = CodePrefixes()) -> Bool {
        !CodeSearch(text, prefixes: prefixes).stretches.isEmpty
    }

    /// Returns a text from outside without any whole payment code in it: what may be kept and shown of it.
    public static func maskingCodes(in text: String) -> String {
        CodeSearch(text).masked(text)
    }

    private static func lengths(_ platform: PayPlatform) -> ClosedRange<Int> {
        switch platform {
        case .wechat: 18...18
        case .alipay: 16...24
        }
    }
}
