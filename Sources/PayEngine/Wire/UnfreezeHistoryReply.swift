/// The object of an answer to `query_unfreeze_order`.
struct UnfreezeHistoryReply: WireReadable {
    typealias Client = OrderClientReply

    let merchantKey: PayMerchantKeyReply?
    let orders: [UnfreezeOrderContent]
    let clients: [Client]

    enum CodingKeys: String, CodingKey {
        case merchantKey = "pay_mch_key"
        case orders = "unfreeze_order_content"
        case clients = "order_client"
    }

    /// Reads the releases of a deposit.
    ///
    /// - Throws: when the list is there and can't be read: the history is not known, which is not the same as empty.
    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
        orders = try container.list(UnfreezeOrderContent.self, .orders)
        // Who did it decides nothing.
        clients = (try? container.list(Client.self, .clients)) ?? []
    }
}
