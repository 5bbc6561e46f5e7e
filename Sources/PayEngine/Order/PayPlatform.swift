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

    /// `sub_pay_platform` on the wire.
    var subPlatform: Int {
        switch self {
        case .wechat: 100
        case .alipay: 200
        }
    }

    /// Makes a platform of the name that journal and commands use; nil of any other.
    public init?(name: String) {
        guard let platform = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = platform
    }
}
