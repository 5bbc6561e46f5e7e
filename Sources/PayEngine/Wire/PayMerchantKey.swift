/// `pay_mch_key`: which platform, and for whom.
struct PayMerchantKey: Encodable {
    let platform: PayPlatform
    let providerID: String
    let merchantID: String
    let shopID: String
    /// `app_id`, `sub_app_id` and `user_id`, of which only the platform's own are sent.
    let accounts: TillConfiguration.PlatformAccounts

    enum CodingKeys: String, CodingKey {
        case platform = "pay_platform"
        case subPlatform = "sub_pay_platform"
        case providerID = "out_mch_id"
        case merchantID = "out_sub_mch_id"
        case shopID = "out_shop_id"
        case wechat = "wxpay_pay_mch_key_ext"
        case alipay = "alipay_pay_mch_key_ext"
    }

    private enum AccountKeys: String, CodingKey {
        case appID = "app_id"
        case subAppID = "sub_app_id"
        case userID = "user_id"
    }

    init(_ merchant: TillConfiguration.Merchant, platform: PayPlatform) {
        self.platform = platform
        providerID = merchant.providerID
        merchantID = merchant.merchantID
        shopID = merchant.shopID
        accounts = merchant.accounts
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(platform.rawValue, forKey: .platform)
        try container.encode(platform.subPlatform, forKey: .subPlatform)
        try container.encode(providerID, forKey: .providerID)
        try container.encode(merchantID, forKey: .merchantID)
        try container.encode(shopID, forKey: .shopID)
        switch platform {
        case .wechat where accounts.appID != nil || accounts.subAppID != nil:
            var ext = container.nestedContainer(keyedBy: AccountKeys.self, forKey: .wechat)
            try ext.encodeIfPresent(accounts.appID, forKey: .appID)
            try ext.encodeIfPresent(accounts.subAppID, forKey: .subAppID)
        case .alipay where accounts.userID != nil:
            var ext = container.nestedContainer(keyedBy: AccountKeys.self, forKey: .alipay)
            try ext.encodeIfPresent(accounts.userID, forKey: .userID)
        case .wechat, .alipay: break
        }
    }

    var fields: [WireField] {
        [
            WireField("out_mch_id", providerID, limit: 32),
            WireField("out_sub_mch_id", merchantID, limit: 32),
            WireField("out_shop_id", shopID, limit: 32),
            WireField("app_id", accounts.appID, limit: 32),
            WireField("sub_app_id", accounts.subAppID, limit: 32),
            WireField("user_id", accounts.userID, limit: 32),
        ]
    }
}

/// `pay_mch_key` of an answer, as far as it is given.
struct PayMerchantKeyReply: WireReadable {
    let platform: Int?
    let providerID: String?
    let merchantID: String?
    let shopID: String?

    init(from object: WireObject) throws(InvalidAnswer) {
        let members = object.keyed(by: PayMerchantKey.CodingKeys.self)
        platform = try members.whole(.platform)
        providerID = members.text(.providerID)
        merchantID = members.text(.merchantID)
        shopID = members.text(.shopID)
    }

    /// Whether it speaks of the same merchant and shop, where it names them.
    func agrees(with merchant: TillConfiguration.Merchant) -> Bool {
        (providerID ?? merchant.providerID) == merchant.providerID
            && (merchantID ?? merchant.merchantID) == merchant.merchantID
            && (shopID ?? merchant.shopID) == merchant.shopID
    }
}
