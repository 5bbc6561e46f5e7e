@testable import PayEngine

extension AuthorCode {
    /// Of any digits, without a look at them.
    init(digits: String, platform: PayPlatform) {
        self.init(digits: SecretBytes(digits.utf8), platform: platform)
    }

    var text: String { String(decoding: digits, as: UTF8.self) }
}
