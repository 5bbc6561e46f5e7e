/// The content of `scancode_freeze`: the customer scans the till's code.
struct ScanCodeFreezeRequest: Encodable {
    struct FreezeContent: Encodable {
        let number: String
        let fee: Int64
        let feeType = "CNY"
        let body: String
        let remark: String?
        /// Unix seconds.
        let expiry: Int64

        enum CodingKeys: String, CodingKey {
            case number = "out_freeze_no"
            case fee = "freeze_fee"
            case feeType = "fee_type"
            case body, remark
            case expiry = "time_expire"
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

    /// The exact bytes to sign and send.
    func bytes() throws(FreezeRejection) -> [UInt8] {
        try WireField.check(
            [
                WireField("out_freeze_no", content.number, limit: 32),
                WireField("body", content.body, limit: 128),
                WireField("remark", content.remark, limit: 127),
                WireField("nonce_str", nonce, limit: 32),
            ] + merchantKey.fields + client.fields, or: FreezeRejection.self)
        return WireJSON.encode(self)
    }
}
