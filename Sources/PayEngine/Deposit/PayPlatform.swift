/// Whose wallet the customer pays from (`pay_platform`).
public enum PayPlatform: Int, Sendable, CaseIterable {
    case wechat = 1
    case alipay = 2

    /// The name that commands and configuration use.
    public var name: String {
        switch self {
        case .wechat: "wechat"
        case .alipay: "alipay"
        }
    }

    public init?(name: String) {
        guard let platform = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = platform
    }
}
