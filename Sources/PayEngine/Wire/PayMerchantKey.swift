/// `pay_mch_key`: which platform, and for whom.
struct PayMerchantKey: Encodable {
    let platform: PayPlatform
    let providerID: String
    let merchantID: String
    let shopID: String

    enum CodingKeys: String, CodingKey {
        case platform = "pay_platform"
        case providerID = "out_mch_id"
        case merchantID = "out_sub_mch_id"
        case shopID = "out_shop_id"
    }

    init(_ merchant: TillConfiguration.Merchant, platform: PayPlatform) {
        self.platform = platform
        providerID = merchant.providerID
        merchantID = merchant.merchantID
        shopID = merchant.shopID
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(platform.rawValue, forKey: .platform)
        try container.encode(providerID, forKey: .providerID)
        try container.encode(merchantID, forKey: .merchantID)
        try container.encode(shopID, forKey: .shopID)
    }

    var fields: [WireField] {
        [
            WireField("out_mch_id", providerID, limit: 32),
            WireField("out_sub_mch_id", merchantID, limit: 32),
            WireField("out_shop_id", shopID, limit: 32),
        ]
    }
}
