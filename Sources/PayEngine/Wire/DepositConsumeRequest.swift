/// The content of `deposit_consume`.
struct DepositConsumeRequest: Encodable {
    struct PayContent: Encodable {
        let tradeNumber: String
        let fee: Int64
        let feeType = "CNY"
        let body: String
        let freezeNumber: String
        /// Whether the rest is released now.
        let releasesRest: Bool
        let remark: String?
        /// Checked for the deposit's platform.
        var options = OrderOptions()

        enum CodingKeys: String, CodingKey {
            case tradeNumber = "out_trade_no"
            case fee = "total_fee"
            case feeType = "fee_type"
            case body
            case freezeNumber = "out_freeze_no"
            case releasesRest = "is_confirm_unfreeze"
            case detail, remark
            case wechat = "wxpay_pay_content_ext"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(tradeNumber, forKey: .tradeNumber)
            try container.encode(fee, forKey: .fee)
            try container.encode(feeType, forKey: .feeType)
            try container.encode(body, forKey: .body)
            try container.encode(freezeNumber, forKey: .freezeNumber)
            try container.encode(releasesRest, forKey: .releasesRest)
            try container.encodeIfPresent(options.detail?.text, forKey: .detail)
            try container.encodeIfPresent(remark, forKey: .remark)
            try container.encodeIfPresent(ContentExt.WeChat(options), forKey: .wechat)
        }
    }

    let content: PayContent
    let merchantKey: PayMerchantKey
    let client: OrderClient
    let nonce: String

    enum CodingKeys: String, CodingKey {
        case content = "pay_content"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
        case nonce = "nonce_str"
    }

    /// Returns the exact bytes to sign and send; sent again, they are the same bytes.
    func bytes() throws(OrderRejection) -> [UInt8] {
        try WireField.check(
            [
                WireField("out_trade_no", content.tradeNumber, limit: 32),
                WireField("out_freeze_no", content.freezeNumber, limit: 32),
                WireField("body", content.body, limit: 128),
                WireField("remark", content.remark, limit: 127),
                WireField("nonce_str", nonce, limit: 32),
            ] + ContentExt.fields(of: content.options) + merchantKey.fields + client.fields)
        return WireJSON.encode(self)
    }
}
