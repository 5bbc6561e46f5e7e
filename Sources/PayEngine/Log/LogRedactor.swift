/// Takes secrets out of what is about to be logged.
///
/// It is the last of several guards: nobody should hand a secret to a log in the first place.
public struct LogRedactor: Sendable {
    static let replacement = "[secret]"

    private let secrets: [[UInt8]]

    /// Makes a redactor of what it must take out.
    ///
    /// - Parameters:
    ///   - key: is blanked out wherever it occurs.
    ///   - others: further texts to blank out; empty ones are ignored.
    public init(key: AuthenKey?, others: [String] = []) {
        secrets = ([key?.bytes].compactMap(\.self) + others.map { Array($0.utf8) }).filter { !$0.isEmpty }
    }

    /// Returns the text without the secrets, and with whatever may be a payment code masked.
    ///
    /// Words of exactly 32 letters and digits are order numbers of this till's form and stay.
    public func redact(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for secret in secrets { bytes = Self.replace(secret, in: bytes) }
        return AuthorCode.maskingCodes(in: String(decoding: bytes, as: UTF8.self))
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
}
