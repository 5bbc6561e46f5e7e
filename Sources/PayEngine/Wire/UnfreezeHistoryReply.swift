/// The object of an answer to `query_unfreeze_order`.
struct UnfreezeHistoryReply: Decodable {
    struct Client: Decodable {
        let deviceID: String?
        let staffID: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: OrderClient.CodingKeys.self)
            deviceID = container.text(.deviceID)?.asGatewayText(limit: 64)
            staffID = container.text(.staffID)?.asGatewayText(limit: 64)
        }
    }

    let merchantKey: PayMerchantKeyReply?
    let orders: [UnfreezeOrderContent]
    let clients: [Client]
    /// The list was there and could not be read: the history is not known, which is not the same as empty.
    let isUnreadable: Bool

    enum CodingKeys: String, CodingKey {
        case merchantKey = "pay_mch_key"
        case orders = "unfreeze_order_content"
        case clients = "order_client"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        merchantKey = container.object(PayMerchantKeyReply.self, .merchantKey)
        do {
            orders = try container.decodeIfPresent([UnfreezeOrderContent].self, forKey: .orders) ?? []
            isUnreadable = false
        } catch {
            orders = []
            isUnreadable = true
        }
        clients = container.object([Client].self, .clients) ?? []
    }
}
