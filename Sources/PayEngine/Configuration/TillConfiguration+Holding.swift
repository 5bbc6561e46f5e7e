extension TillConfiguration.DepositDefaults {
    /// How many days a platform holds a deposit before it releases it by itself.
    public func holdDays(of platform: PayPlatform) -> Int {
        switch platform {
        case .wechat: wechatHoldDays
        case .alipay: alipayHoldDays
        }
    }
}
