/// The content of `unfreeze`.
struct UnfreezeRequest: Encodable {
    struct UnfreezeContent: Encodable {
        let number: String
        let releaseNumber: String
        let fee: Int64
        let remark: String?

        enum CodingKeys: String, CodingKey {
            case number = "out_freeze_no"
            case releaseNumber = "out_unfreeze_no"
            case fee = "unfreeze_fee"
            case remark
        }
    }

    /// `pay_mch_key` with who may give money back.
    struct MerchantKey: Encodable {
        let key: PayMerchantKey
        /// `authorization_staff_id`: who holds the right to give back; nil: the merchant's administrator.
        let approverID: String?

        enum CodingKeys: String, CodingKey {
            case isAdministrator = "is_sub_mch_admin"
            case approverID = "authorization_staff_id"
        }

        func encode(to encoder: any Encoder) throws {
            try key.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(approverID == nil, forKey: .isAdministrator)
            try container.encodeIfPresent(approverID, forKey: .approverID)
        }
    }

    let content: UnfreezeContent
    let merchantKey: MerchantKey
    let client: OrderClient
    let nonce: String

    enum CodingKeys: String, CodingKey {
        case content = "unfreeze_content"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
        case nonce = "nonce_str"
    }

    /// Returns the exact bytes to sign and send; sent again, they are the same bytes.
    func bytes() throws(OrderRejection) -> [UInt8] {
        try WireField.check(
            [
                WireField("out_freeze_no", content.number, limit: 32),
                WireField("out_unfreeze_no", content.releaseNumber, limit: 32),
                WireField("remark", content.remark, limit: 128),
                WireField("authorization_staff_id", merchantKey.approverID, limit: 64),
                WireField("nonce_str", nonce, limit: 32),
            ] + merchantKey.key.fields + client.fields)
        return WireJSON.encode(self)
    }
}
