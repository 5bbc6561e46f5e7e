extension TillConfiguration {
    /// Returns how many days a platform holds a deposit before it releases it by itself.
    public func holdDays(of platform: PayPlatform) -> Int {
        switch platform {
        case .wechat: deposit.wechatHoldDays
        case .alipay: deposit.alipayHoldDays
        }
    }
}
