/// The content of `micro_freeze`: the till scans the customer's code.
struct MicroFreezeRequest: Encodable {
    struct FreezeContent: Encodable {
        let number: String
        let authorCode: AuthorCode
        let fee: Int64
        let feeType = "CNY"
        let body: String
        let remark: String?
        /// Checked for the code's platform.
        var options = OrderOptions()

        enum CodingKeys: String, CodingKey {
            case number = "out_freeze_no"
            case authorCode = "author_code"
            case fee = "freeze_fee"
            case feeType = "fee_type"
            case body, detail, remark
            case wechat = "wxpay_freeze_content_ext"
            case alipay = "alipay_freeze_content_ext"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(number, forKey: .number)
            // The digits are put in behind the encoder: see bytes().
            try container.encode("", forKey: .authorCode)
            try container.encode(fee, forKey: .fee)
            try container.encode(feeType, forKey: .feeType)
            try container.encode(body, forKey: .body)
            try container.encodeIfPresent(options.detail?.text, forKey: .detail)
            try container.encodeIfPresent(remark, forKey: .remark)
            try container.encodeIfPresent(ContentExt.WeChat(options), forKey: .wechat)
            try container.encodeIfPresent(ContentExt.Alipay(options), forKey: .alipay)
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

    /// Returns the exact bytes to sign and send; sent again, they are the same bytes.
    func bytes() throws(OrderRejection) -> SecretBytes {
        try WireField.check(
            [
                WireField("out_freeze_no", content.number, limit: 32),
                WireField("author_code", content.authorCode.digits, limit: 256),
                WireField("body", content.body, limit: 128),
                // The page sets no limit here, but the answer's is 127.
                WireField("remark", content.remark, limit: 127),
                WireField("nonce_str", nonce, limit: 32),
            ] + ContentExt.fields(of: content.options) + merchantKey.fields + client.fields)
        let (before, after) = Self.parted(WireJSON.encode(self))
        var bytes = SecretBytes(before)
        bytes.append(contentsOf: content.authorCode.digits)
        bytes.append(contentsOf: after)
        return bytes
    }

    /// Returns what stands before and behind the place of the payment code.
    ///
    /// Within texts quotes are escaped, so no text of anybody's looks like it.
    private static func parted(_ encoded: [UInt8]) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
        guard let place = encoded.firstRange(of: Array("\"author_code\":\"\"".utf8)) else {
            preconditionFailure("the encoder writes every member")
        }
        return (encoded[..<(place.upperBound - 1)], encoded[(place.upperBound - 1)...])
    }
}
