extension OrderOptions {
    /// Those of a request, checked for its platform, and the configured ones for what it leaves open.
    ///
    /// - Throws: when something was asked for that the platform does not take: it is never left out in silence.
    func completed(
        by defaults: TillConfiguration.DepositDefaults, on platform: PayPlatform
    ) throws(OrderRejection) -> OrderOptions {
        var whole = OrderOptions(detail: detail)
        switch platform {
        case .wechat:
            try refuse(["enable_pay_channels": payChannels], on: platform)
            whole.attach = (attach ?? defaults.attach)?.nonEmpty
            whole.goodsTag = (goodsTag ?? defaults.goodsTag)?.nonEmpty
            whole.limitPay = limitPay ?? defaults.limitPay
        case .alipay:
            try refuse(
                ["attach": attach, "goods_tag": goodsTag, "limit_pay": limitPay?.rawValue], on: platform)
            whole.payChannels = (payChannels ?? defaults.payChannels)?.nonEmpty
        }
        return whole
    }
}
