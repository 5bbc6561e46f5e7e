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
        /// Checked for Alipay.
        var options = OrderOptions()

        enum CodingKeys: String, CodingKey {
            case number = "out_freeze_no"
            case fee = "freeze_fee"
            case feeType = "fee_type"
            case body, detail, remark
            case expiry = "time_expire"
            case alipay = "alipay_freeze_content_ext"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(number, forKey: .number)
            try container.encode(fee, forKey: .fee)
            try container.encode(feeType, forKey: .feeType)
            try container.encode(body, forKey: .body)
            try container.encodeIfPresent(options.detail?.text, forKey: .detail)
            try container.encodeIfPresent(remark, forKey: .remark)
            try container.encode(expiry, forKey: .expiry)
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

    /// Returns the exact bytes to sign and send.
    func bytes() throws(OrderRejection) -> [UInt8] {
        try WireField.check(
            [
                WireField("out_freeze_no", content.number, limit: 32),
                WireField("body", content.body, limit: 128),
                WireField("remark", content.remark, limit: 127),
                WireField("nonce_str", nonce, limit: 32),
            ] + ContentExt.fields(of: content.options) + merchantKey.fields + client.fields)
        return WireJSON.encode(self)
    }
}

/// The object of an answer to `scancode_freeze`.
struct ScanCodeReply: WireReadable {
    let url: String?

    /// What a till can draw and a phone reads.
    private static let longestURL = 512

    enum CodingKeys: String, CodingKey {
        case url = "code_url"
    }

    init(from object: WireObject) {
        let container = object.keyed(by: CodingKeys.self)
        // Drawn and never shown as text; all the same nothing that is no address.
        url = container.text(.url).flatMap { text in
            let isAddress = text.utf8.count <= Self.longestURL && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            return isAddress ? text : nil
        }
    }
}
