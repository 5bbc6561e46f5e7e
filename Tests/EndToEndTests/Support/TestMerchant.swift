import PayEngine
import Synchronization

/// The merchant of the published examples, and payment codes that were never used before.
enum TestMerchant {
    static let keyText = "696FF05FA7CE76664211A47CD788CC30"

    struct BadKey: Error {}

    static func key() throws -> AuthenKey {
        guard let key = AuthenKey(keyText) else { throw BadKey() }
        return key
    }

    private static let count = Mutex(0)

    /// The digits of a new code.
    static func code(_ platform: PayPlatform = .wechat) -> String {
        let next = count.withLock { count in
            count += 1
            return String(count)
        }
        let start = platform == .wechat ? "1345502644" : "2812345678"
        return start + String(repeating: "0", count: 8 - next.utf8.count) + next
    }
}
