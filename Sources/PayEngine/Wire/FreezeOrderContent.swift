/// `freeze_order_content` as it came.
struct FreezeOrderContent: WireReadable {
    let number: String?
    let wechat: PlatformState?
    let alipay: PlatformState?
    private let freezeID: String?
    private let authorCode: String?
    private let fee: Fen?
    private let isTransforming: Bool
    private let createTime: Timestamp?
    private let lastUpdateTime: Timestamp?
    private let endTime: Timestamp?
    private let body: String?
    private let remark: String?
    private let consumed: Fen?
    private let releasedByHand: Fen?
    private let releasedByItself: Fen?
    private let refunded: Fen?
    private let cashFee: Fen?
    private let settlementFee: Fen?

    enum CodingKeys: String, CodingKey {
        case number = "out_freeze_no"
        case freezeID = "freeze_id"
        case authorCode = "author_code"
        case fee = "freeze_fee"
        case isTransforming = "is_transforming"
        case createTime = "create_time"
        case lastUpdateTime = "last_update_time"
        case endTime = "time_end"
        case body, remark
        case consumed = "total_consume_fee"
        case releasedByHand = "total_manual_unfreeze_fee"
        case releasedByItself = "total_auto_unfreeze_fee"
        case refunded = "total_refund_fee"
        case cashFee = "cash_fee"
        case settlementFee = "settlement_total_fee"
        case wechat = "wxpay_freeze_order_content_ext"
        case alipay = "alipay_freeze_order_content_ext"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        number = container.text(.number)
        wechat = container.state(.wechat)
        alipay = container.state(.alipay)
        freezeID = container.text(.freezeID)
        authorCode = container.text(.authorCode)
        fee = try container.fen(.fee)
        isTransforming = container.isInWork(.isTransforming)
        createTime = container.time(.createTime)
        lastUpdateTime = container.time(.lastUpdateTime)
        endTime = container.time(.endTime)
        body = container.text(.body)
        remark = container.text(.remark)
        consumed = try container.fen(.consumed)
        releasedByHand = try container.fen(.releasedByHand)
        releasedByItself = try container.fen(.releasedByItself)
        refunded = try container.fen(.refunded)
        cashFee = container.shownSum(.cashFee)
        settlementFee = container.shownSum(.settlementFee)
    }

    /// Returns the order, read in the column of the platform that was asked; without that platform's ext it has no
    /// state.
    func order(number: String, platform: PayPlatform) -> FreezeOrder {
        let state = platform == .wechat ? wechat : alipay
        var order = FreezeOrder(number: number, platform: platform, isTransforming: isTransforming)
        order.freezeID = freezeID?.asGatewayName()
        order.fee = fee
        order.tradeState = state?.number
        order.tradeStateText = state?.text
        order.maskedCode = authorCode.map { AuthorCode.mask($0.printable) }
        order.authorCode = authorCode.map { AuthorCode(digits: SecretBytes($0.utf8), platform: platform) }
        order.createTime = createTime
        order.lastUpdateTime = lastUpdateTime
        order.endTime = endTime
        order.body = body?.asGatewayText()
        order.remark = remark?.asGatewayText()
        order.consumed = consumed
        order.releasedByHand = releasedByHand
        order.releasedByItself = releasedByItself
        order.refunded = refunded
        order.cashFee = cashFee
        order.settlementFee = settlementFee
        order.bankType = state?.bankType
        return order
    }
}

/// The object of an answer to `micro_freeze` and `query_freeze_order`.
struct FreezeOrderReply: WireReadable {
    let order: FreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?
    let client: OrderClientReply?

    enum CodingKeys: String, CodingKey {
        case order = "freeze_order_content"
        case merchantKey = "pay_mch_key"
        case client = "order_client"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(FreezeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
        client = try container.object(OrderClientReply.self, .client)
    }
}
