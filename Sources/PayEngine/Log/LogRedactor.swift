/// Takes secrets out of what is about to be logged. It is the last of several guards: nobody should hand a secret to a
/// log in the first place.
public struct LogRedactor: Sendable {
    static let replacement = "[secret]"

    private let secrets: [[UInt8]]

    /// - Parameters:
    ///   - key: is blanked out wherever it occurs.
    ///   - others: further texts to blank out; empty ones are ignored.
    public init(key: AuthenKey?, others: [String] = []) {
        secrets = ([key?.bytes].compactMap(\.self) + others.map { Array($0.utf8) }).filter { !$0.isEmpty }
    }

    /// The text without the secrets, and with every run of 16 to 24 digits masked: it may be a payment code. Words of
    /// exactly 32 letters and digits are order numbers of this till's form and stay.
    public func redact(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for secret in secrets { bytes = Self.replace(secret, in: bytes) }
        return Self.maskCodes(bytes)
    }

    private static func replace(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            // Comparing whole runs at every byte would cost more than all the rest of an entry.
            if bytes[index] == secret[0], bytes[index...].starts(with: secret) {
                result += Array(replacement.utf8)
                index += secret.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func maskCodes(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let first = rest.first {
            let isWord = first.isASCIILetterOrDigit
            let part = rest.prefix { $0.isASCIILetterOrDigit == isWord }
            rest = rest[part.endIndex...]
            let isPlain = !isWord || part.count < 16 || part.count == OrderNumber.maximumLength
            if isPlain { result += part } else { result += maskDigits(part).utf8 }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A word may hold a code beside letters.
    private static func maskDigits(_ word: ArraySlice<UInt8>) -> String {
        var result = ""
        var rest = word
        while let first = rest.first {
            let isDigit = (0x30...0x39).contains(first)
            let part = rest.prefix { (0x30...0x39).contains($0) == isDigit }
            rest = rest[part.endIndex...]
            let text = String(decoding: part, as: UTF8.self)
            result += AuthorCode.resemblesPaymentCode(text) ? AuthorCode.mask(text) : text
        }
        return result
    }
}
