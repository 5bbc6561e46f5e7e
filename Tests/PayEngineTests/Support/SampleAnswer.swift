@testable import PayEngine

/// What a gateway answers about a freeze order; members that are nil are left out.
struct SampleAnswer {
    var status = 0
    var internalStatus: Int? = 0
    var text: String? = "操作成功。"
    var logID: UInt32? = 3_804_805_851
    var number: String? = SampleTill.number.text
    var fee: Int? = Int(SampleTill.fee.value)
    var platform = PayPlatform.wechat
    var state: Int? = 2
    var isTransforming: Bool? = false
    var authorCode: String?
    var consumed: Int?
    var releasedByHand: Int?
    var freezeID: String?
    var createTime: Int?
    var endTime: Int?
    /// Raw further members of the order.
    var more: String?
    var hasOrder = true
    /// Raw members of `pay_mch_key`.
    var merchantKey: String? = """
        "out_mch_id":"sz01lXKA6DKGjNzr2l4B","out_sub_mch_id":"sz01KzuCUOmw8yjtPite","out_shop_id":"sz011biKxOguirmBqiFR"
        """

    static func refusal(_ status: Int, internalStatus: Int? = nil, text: String? = "no") -> SampleAnswer {
        var answer = SampleAnswer(status: status, internalStatus: internalStatus, text: text)
        answer.hasOrder = false
        return answer
    }

    func content(of interface: Interface) -> [UInt8] {
        var members = ["\"status\":\(status)"]
        if let internalStatus { members.append("\"internal_status\":\(internalStatus)") }
        if let text { members.append("\"description\":\"\(text)\"") }
        if let logID { members.append("\"log_id\":\(logID)") }
        if hasOrder { members.append("\"\(interface.rawValue)\":{\(object)}") }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    private var object: String {
        var members = ["\"nonce_str\":\"hFiSO4JaMpDB38qWELxmG45Maue5Wdzp\"", "\"freeze_order_content\":{\(order)}"]
        if let merchantKey { members.append("\"pay_mch_key\":{\(merchantKey)}") }
        return members.joined(separator: ",")
    }

    private var order: String {
        var members: [String] = []
        if let number { members.append("\"out_freeze_no\":\"\(number)\"") }
        if let fee { members.append("\"freeze_fee\":\(fee)") }
        if let isTransforming { members.append("\"is_transforming\":\(isTransforming)") }
        if let authorCode { members.append("\"author_code\":\"\(authorCode)\"") }
        if let consumed { members.append("\"total_consume_fee\":\(consumed)") }
        if let releasedByHand { members.append("\"total_manual_unfreeze_fee\":\(releasedByHand)") }
        if let createTime { members.append("\"create_time\":\(createTime)") }
        if let endTime { members.append("\"time_end\":\(endTime)") }
        if let more { members.append(more) }
        if let freezeID { members.append("\"freeze_id\":\"\(freezeID)\"") }
        if let state {
            let name = platform == .wechat ? "wxpay_freeze_order_content_ext" : "alipay_freeze_order_content_ext"
            members.append("\"\(name)\":{\"current_trade_state\":\(state)}")
        }
        return members.joined(separator: ",")
    }

    /// The answer as a transport hands it over: signed, except where the page says that it is not.
    func result(of interface: Interface) -> TransportResult {
        let isSigned = status != 3 && status != 101
        return .answered(
            status: 200, body: SampleEnvelope.body(content(of: interface), isSigned: isSigned), localAddress: nil)
    }
}
