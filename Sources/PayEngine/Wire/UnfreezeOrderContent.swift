/// `unfreeze_order_content` as it came.
///
/// Its own `trade_state` is undocumented and not read.
struct UnfreezeOrderContent: WireReadable {
    let number: String?
    let releaseNumber: String?
    let wechat: PlatformState?
    let alipay: PlatformState?
    private let fee: Fen?
    private let isTransforming: Bool
    private let createTime: Timestamp?
    private let lastUpdateTime: Timestamp?
    private let endTime: Timestamp?
    private let releaseID: String?
    private let remark: String?

    enum CodingKeys: String, CodingKey {
        case number = "out_freeze_no"
        case releaseNumber = "out_unfreeze_no"
        case fee = "unfreeze_fee"
        case isTransforming = "is_transforming"
        case createTime = "create_time"
        case lastUpdateTime = "last_update_time"
        case endTime = "time_end"
        case releaseID = "unfreeze_id"
        case remark
        case wechat = "wxpay_unfreeze_order_content_ext"
        case alipay = "alipay_unfreeze_order_content_ext"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        number = container.text(.number)
        releaseNumber = container.text(.releaseNumber)
        wechat = container.state(.wechat)
        alipay = container.state(.alipay)
        fee = try container.fen(.fee)
        isTransforming = container.isInWork(.isTransforming)
        createTime = container.time(.createTime)
        lastUpdateTime = container.time(.lastUpdateTime)
        endTime = container.time(.endTime)
        releaseID = container.text(.releaseID)?.asGatewayText()
        remark = container.text(.remark)?.asGatewayText()
    }

    /// Returns the release in the column of the platform that was asked; nil when it belongs to another order or has no
    /// number.
    func release(of number: String, platform: PayPlatform, client: UnfreezeHistoryReply.Client?) -> Release? {
        guard self.number ?? number == number, let releaseNumber else { return nil }
        let state = (platform == .wechat ? wechat : alipay)?.number
        let isOtherPlatforms = (platform == .wechat ? alipay : wechat) != nil
        var release = Release(
            number: releaseNumber.printable,
            outcome: isOtherPlatforms || isTransforming
                ? .unknown : Release.outcome(ofState: state, platform: platform))
        release.fee = fee
        release.tradeState = state
        release.isTransforming = isTransforming
        release.createTime = createTime
        release.lastUpdateTime = lastUpdateTime
        release.endTime = endTime
        release.releaseID = releaseID
        release.creditAmount = platform == .alipay ? alipay?.creditAmount : nil
        release.fundAmount = platform == .alipay ? alipay?.fundAmount : nil
        release.remark = remark
        release.deviceID = client?.deviceID
        release.staffID = client?.staffID
        return release
    }
}

/// The object of an answer to `unfreeze`.
struct UnfreezeReply: WireReadable {
    let order: UnfreezeOrderContent?
    let merchantKey: PayMerchantKeyReply?

    enum CodingKeys: String, CodingKey {
        case order = "unfreeze_order_content"
        case merchantKey = "pay_mch_key"
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        order = try container.object(UnfreezeOrderContent.self, .order)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
    }
}

/// The object of an answer to `query_unfreeze_order`.
struct UnfreezeHistoryReply: WireReadable {
    typealias Client = OrderClientReply

    let merchantKey: PayMerchantKeyReply?
    let orders: [UnfreezeOrderContent]
    let clients: [Client]

    enum CodingKeys: String, CodingKey {
        case merchantKey = "pay_mch_key"
        case orders = "unfreeze_order_content"
        case clients = "order_client"
    }

    /// Reads the releases of a deposit.
    ///
    /// - Throws: when the list is there and can't be read: the history is not known, which is not the same as empty.
    init(from object: WireObject) throws(InvalidAnswer) {
        let container = object.keyed(by: CodingKeys.self)
        merchantKey = try container.object(PayMerchantKeyReply.self, .merchantKey)
        orders = try container.list(UnfreezeOrderContent.self, .orders)
        // Who did it decides nothing.
        clients = (try? container.list(Client.self, .clients)) ?? []
    }
}
