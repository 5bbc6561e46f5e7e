/// `pay_mch_key` of an answer, as far as it is given.
struct PayMerchantKeyReply: Decodable {
    let platform: Int?
    let providerID: String?
    let merchantID: String?
    let shopID: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: PayMerchantKey.CodingKeys.self)
        platform = container.number(.platform)
        providerID = container.text(.providerID)
        merchantID = container.text(.merchantID)
        shopID = container.text(.shopID)
    }

    /// Whether it speaks of the same merchant and shop, where it names them.
    func agrees(with merchant: TillConfiguration.Merchant) -> Bool {
        (providerID ?? merchant.providerID) == merchant.providerID
            && (merchantID ?? merchant.merchantID) == merchant.merchantID
            && (shopID ?? merchant.shopID) == merchant.shopID
    }
}
