/// The object of an answer to `deposit_consume` and `query_order`.
struct TradeOrderReply: WireReadable {
    let order: TradeOrderContent?
    let merchantKey: PayMerchantKeyReply?

    enum CodingKeys: String, CodingKey {
        case order = "order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(TradeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}
