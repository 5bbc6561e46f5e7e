/// Which first two digits of a payment code belong to which platform (`[codes]` of the configuration).
public struct CodePrefixes: Equatable, Sendable {
    /// The first two digits of WeChat Pay's codes.
    public var wechat: [String] = ["10", "11", "12", "13", "14", "15"]
    /// The first two digits of Alipay's codes.
    public var alipay: [String] = ["25", "26", "27", "28", "29", "30"]

    /// Makes the published prefixes.
    public init() {}

    func platform(of prefix: String) -> PayPlatform? {
        if wechat.contains(prefix) { return .wechat }
        if alipay.contains(prefix) { return .alipay }
        return nil
    }
}
