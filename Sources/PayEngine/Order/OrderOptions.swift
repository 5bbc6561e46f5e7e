/// What may be sent with an order besides its amount and its texts.
///
/// Nil: what the configuration says, or nothing; an empty text: nothing, whatever it says.
public struct OrderOptions: Equatable, Sendable {
    /// The most bytes of UTF-8 of each text.
    ///
    /// The last has no published limit; it is that of other texts of the platform.
    static let (attachLimit, goodsTagLimit, payChannelsLimit) = (127, 32, 255)

    /// `detail`: what is being sold or lent.
    public var detail: GoodsDetail?
    /// `attach`, for WeChat Pay: comes back in the merchant's own notices and bills.
    public var attach: String?
    /// `goods_tag`, for WeChat Pay: which of its promotions apply.
    public var goodsTag: String?
    /// `limit_pay`, for WeChat Pay.
    public var limitPay: LimitPay?
    /// `enable_pay_channels`, for freezes by Alipay.
    public var payChannels: String?

    /// Makes options; nil is what the configuration says.
    public init(
        detail: GoodsDetail? = nil, attach: String? = nil, goodsTag: String? = nil, limitPay: LimitPay? = nil,
        payChannels: String? = nil
    ) {
        self.detail = detail
        self.attach = attach
        self.goodsTag = goodsTag
        self.limitPay = limitPay
        self.payChannels = payChannels
    }

    /// Every text in it that people typed, by its name on the wire.
    var typed: [(field: String, text: String?)] {
        [("attach", attach), ("goods_tag", goodsTag), ("enable_pay_channels", payChannels), ("detail", detail?.text)]
    }

    /// Returns the options of a consume, which the configuration says nothing of.
    func forConsume(on platform: PayPlatform) throws(OrderRejection) -> OrderOptions {
        // No platform takes channels with a consume.
        try refuse(["enable_pay_channels": payChannels], on: platform)
        var whole = self
        whole.attach = attach?.nonEmpty
        whole.goodsTag = goodsTag?.nonEmpty
        guard platform == .alipay else { return whole }
        try refuse(
            ["attach": attach, "goods_tag": goodsTag, "limit_pay": limitPay?.rawValue], on: platform)
        return OrderOptions(detail: detail)
    }

    func refuse(_ given: [String: String?], on platform: PayPlatform) throws(OrderRejection) {
        for (name, value) in given.sorted(by: { $0.key < $1.key }) where value?.nonEmpty != nil {
            throw .notOnPlatform(field: name, platform)
        }
    }
}

/// `limit_pay`: which ways of paying a WeChat Pay order refuses.
public enum LimitPay: String, Sendable, CaseIterable {
    /// No credit cards.
    case noCredit = "no_credit"
}
