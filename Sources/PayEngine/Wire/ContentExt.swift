/// The `…_ext` groups of a freeze's or a consume's content.
///
/// There is at most one, the platform's own, and none that is empty.
enum ContentExt {
    /// WeChat Pay's group: `wxpay_freeze_content_ext`, `wxpay_pay_content_ext`.
    struct WeChat: Encodable {
        let attach: String?
        let goodsTag: String?
        let limitPay: String?

        enum CodingKeys: String, CodingKey {
            case attach
            case goodsTag = "goods_tag"
            case limitPay = "limit_pay"
        }

        init?(_ options: OrderOptions) {
            guard options.attach != nil || options.goodsTag != nil || options.limitPay != nil else { return nil }
            attach = options.attach
            goodsTag = options.goodsTag
            limitPay = options.limitPay?.rawValue
        }
    }

    /// Alipay's group: `alipay_freeze_content_ext`.
    struct Alipay: Encodable {
        let payChannels: String

        enum CodingKeys: String, CodingKey {
            case payChannels = "enable_pay_channels"
        }

        init?(_ options: OrderOptions) {
            guard let payChannels = options.payChannels else { return nil }
            self.payChannels = payChannels
        }
    }

    static func fields(of options: OrderOptions) -> [WireField] {
        [
            WireField("attach", options.attach, limit: OrderOptions.attachLimit),
            WireField("goods_tag", options.goodsTag, limit: OrderOptions.goodsTagLimit),
            WireField("enable_pay_channels", options.payChannels, limit: OrderOptions.payChannelsLimit),
        ]
    }
}
