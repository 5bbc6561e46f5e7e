/// The object of an answer to `micro_freeze` and `query_freeze_order`.
struct FreezeOrderReply: WireReadable {
    let order: FreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?
    let client: OrderClientReply?

    enum CodingKeys: String, CodingKey {
        case order = "freeze_order_content"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(FreezeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
        client = try container.object(OrderClientReply.self, .client)
    }
}
