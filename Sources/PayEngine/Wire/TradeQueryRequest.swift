/// The content of `query_order`: what became of a consume.
struct TradeQueryRequest: Encodable {
    let number: String
    let merchantKey: PayMerchantKey
    let client: OrderClient
    let nonce: String

    enum CodingKeys: String, CodingKey {
        case number = "out_trade_no"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
        case nonce = "nonce_str"
    }

    /// Returns the exact bytes to sign and send; numbers and configuration were checked before.
    func bytes() -> [UInt8] {
        WireJSON.encode(self)
    }
}
