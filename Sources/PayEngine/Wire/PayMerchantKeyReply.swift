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
