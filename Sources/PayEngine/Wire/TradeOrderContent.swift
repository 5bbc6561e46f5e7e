/// `order_content` as it came.
struct TradeOrderContent: WireReadable {
    let number: String?
    let freezeNumber: String?
    let wechat: PlatformState?
    let alipay: PlatformState?
    /// Of an order that is no platform's: a sale that was only recorded.
    let recorded: PlatformState?
    private let transactionID: String?
    private let fee: Fen?
    private let refunded: Fen?
    private let restReleased: Fen?
    private let createTime: Timestamp?
    private let lastUpdateTime: Timestamp?
    private let endTime: Timestamp?
    private let remark: String?

    enum CodingKeys: String, CodingKey {
        case number = "out_trade_no"
        case freezeNumber = "out_freeze_no"
        case transactionID = "transaction_id"
        case fee = "total_fee"
        case refunded = "refunded_fee"
        case restReleased = "manual_unfreeze_fee"
        case createTime = "create_time"
        case lastUpdateTime = "last_update_time"
        case endTime = "time_end"
        case remark
        case wechat = "wxpay_order_content_ext"
        case alipay = "alipay_order_content_ext"
        case recorded = "record_order_content_ext"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        number = container.text(.number)
        freezeNumber = container.text(.freezeNumber)
        wechat = container.state(.wechat)
        alipay = container.state(.alipay)
        recorded = container.state(.recorded)
        transactionID = container.text(.transactionID)
        fee = try container.fen(.fee)
        refunded = try container.fen(.refunded)
        restReleased = try container.fen(.restReleased)
        createTime = container.time(.createTime)
        lastUpdateTime = container.time(.lastUpdateTime)
        endTime = container.time(.endTime)
        remark = container.text(.remark)?.asGatewayText()
    }

    /// Returns the consume, read in the column of the platform that was asked; without that platform's ext it has no
    /// state.
    func consume(number: String, platform: PayPlatform) -> Consume {
        var consume = Consume(number: number)
        consume.fee = fee
        consume.tradeState = (platform == .wechat ? wechat : alipay)?.number
        consume.transactionID = transactionID?.asGatewayName()
        consume.freezeNumber = freezeNumber?.printable
        consume.refunded = refunded
        consume.restReleased = restReleased
        consume.createTime = createTime
        consume.lastUpdateTime = lastUpdateTime
        consume.endTime = endTime
        consume.remark = remark
        return consume
    }
}

/// The object of an answer to `deposit_consume` and `query_order`.
struct TradeOrderReply: WireReadable {
    let order: TradeOrderContent?
    let merchantKey: PayMerchantKeyReply?

    enum CodingKeys: String, CodingKey {
        case order = "order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(TradeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}
