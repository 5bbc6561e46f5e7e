/// The content of `query_freeze_order` and of `query_unfreeze_order`.
struct OrderQueryRequest: Encodable {
    let number: String
    /// For `query_unfreeze_order`: only this release.
    let releaseNumber: String?
    let merchantKey: PayMerchantKey
    let client: OrderClient
    let nonce: String

    enum CodingKeys: String, CodingKey {
        case number = "out_freeze_no"
        case releaseNumber = "out_unfreeze_no"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
        case nonce = "nonce_str"
    }

    /// Returns the exact bytes to sign and send; numbers and configuration were checked before.
    func bytes() -> [UInt8] {
        WireJSON.encode(self)
    }
}
