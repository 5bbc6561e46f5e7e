/// The object of an answer to `unfreeze`.
struct UnfreezeReply: WireReadable {
    let order: UnfreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?

    enum CodingKeys: String, CodingKey {
        case order = "unfreeze_order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(UnfreezeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}
