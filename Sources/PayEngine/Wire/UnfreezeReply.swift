/// The object of an answer to `unfreeze`.
struct UnfreezeReply: Decodable {
    let order: UnfreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?
    /// The order was there and could not be read.
    let isUnreadable: Bool

    enum CodingKeys: String, CodingKey {
        case order = "unfreeze_order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        order = container.object(UnfreezeOrderContent.self, .order)
        isUnreadable = order == nil && (try? container.decodeNil(forKey: .order)) == false
        merchantKey = container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}
