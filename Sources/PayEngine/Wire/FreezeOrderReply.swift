/// The object of an answer to `micro_freeze` and `query_freeze_order`.
struct FreezeOrderReply: WireReadable {
    let order: FreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?

    enum CodingKeys: String, CodingKey {
        case order = "freeze_order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(FreezeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}
