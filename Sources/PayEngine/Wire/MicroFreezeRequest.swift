/// The content of `micro_freeze`: the till scans the customer's code.
struct MicroFreezeRequest: Encodable {
    struct FreezeContent: Encodable {
        let number: String
        let authorCode: String
        let fee: Int64
        let feeType = "CNY"
        let body: String
        let remark: String?

        enum CodingKeys: String, CodingKey {
            case number = "out_freeze_no"
            case authorCode = "author_code"
            case fee = "freeze_fee"
            case feeType = "fee_type"
            case body, remark
        }
    }

    let content: FreezeContent
    let merchantKey: PayMerchantKey
    let client: OrderClient
    let nonce: String

    enum CodingKeys: String, CodingKey {
        case content = "freeze_content"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
        case nonce = "nonce_str"
    }

    /// The exact bytes to sign and send; sent again, they are the same bytes.
    func bytes() throws(FreezeRejection) -> [UInt8] {
        try WireField.check(
            [
                WireField("out_freeze_no", content.number, limit: 32),
                WireField("author_code", content.authorCode, limit: 256),
                WireField("body", content.body, limit: 128),
                // The page sets no limit here, but the answer's is 127.
                WireField("remark", content.remark, limit: 127),
                WireField("nonce_str", nonce, limit: 32),
            ] + merchantKey.fields + client.fields, or: FreezeRejection.self)
        return WireJSON.encode(self)
    }
}
