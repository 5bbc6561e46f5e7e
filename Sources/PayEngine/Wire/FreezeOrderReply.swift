/// The object of an answer to `micro_freeze` and `query_freeze_order`.
struct FreezeOrderReply: Decodable {
    let order: FreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?
    /// The order was there and could not be read.
    let isUnreadable: Bool

    enum CodingKeys: String, CodingKey {
        case order = "freeze_order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        order = container.object(FreezeOrderContent.self, .order)
        isUnreadable = order == nil && (try? container.decodeNil(forKey: .order)) == false
        merchantKey = container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}
