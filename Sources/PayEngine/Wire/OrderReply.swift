/// The object of an answer that speaks of one order.
protocol OrderReply: WireReadable {
    associatedtype Order: GatewayOrder

    var merchantKey: PayMerchantKeyReply? { get }

    /// Returns the order in the column of the platform that was asked; nil when the answer holds none.
    ///
    /// - Throws: when it is another order, or shows another platform's state.
    func order(_ asked: ExpectedOrder) throws(InvalidAnswer) -> Order?
}

extension OrderReply {
    /// Whether it speaks of the same merchant and platform, where it names them.
    func check(_ asked: ExpectedOrder, _ merchant: TillConfiguration.Merchant) throws(InvalidAnswer) {
        guard let key = merchantKey else { return }
        guard key.agrees(with: merchant) else { throw .otherOrder }
        guard (key.platform ?? asked.platform.rawValue) == asked.platform.rawValue else { throw .otherPlatform }
    }
}

extension FreezeOrderReply: OrderReply {
    func order(_ asked: ExpectedOrder) throws(InvalidAnswer) -> FreezeOrder? {
        guard let order else { return nil }
        // An order without a number agrees with nothing.
        guard order.number == asked.number.text else { throw .otherOrder }
        let otherState = asked.platform == .wechat ? order.alipay : order.wechat
        guard otherState == nil else { throw .otherPlatform }
        var read = order.order(number: asked.number.text, platform: asked.platform)
        guard !read.hasImpossibleSums else { throw .impossibleTotals }
        read.deviceID = client?.deviceID
        read.staffID = client?.staffID
        return read
    }
}

extension ScanCodeReply: OrderReply {
    var merchantKey: PayMerchantKeyReply? { nil }

    func order(_ asked: ExpectedOrder) throws(InvalidAnswer) -> CodeOffer? {
        CodeOffer(number: asked.number.text, url: url)
    }
}

extension UnfreezeReply: OrderReply {
    func order(_ asked: ExpectedOrder) throws(InvalidAnswer) -> Release? {
        try order?.release(asked)
    }
}

extension UnfreezeHistoryReply: OrderReply {
    /// Returns the one release that was asked about: an empty history says that there is no such release.
    func order(_ asked: ExpectedOrder) throws(InvalidAnswer) -> Release? {
        guard let first = orders.first else { return Release(number: asked.number.text, outcome: .notThere) }
        guard orders.count == 1 else { throw .otherOrder }
        return try first.release(asked)
    }
}

extension TradeOrderReply: OrderReply {
    func order(_ asked: ExpectedOrder) throws(InvalidAnswer) -> Consume? {
        guard let order else { return nil }
        guard order.number == asked.number.text, order.freezeNumber ?? asked.deposit?.text == asked.deposit?.text else {
            throw .otherOrder
        }
        let otherState = asked.platform == .wechat ? order.alipay : order.wechat
        guard otherState == nil, order.recorded == nil else { throw .otherPlatform }
        return order.consume(number: asked.number.text, platform: asked.platform)
    }
}

extension UnfreezeOrderContent {
    fileprivate func release(_ asked: ExpectedOrder) throws(InvalidAnswer) -> Release {
        guard releaseNumber == asked.number.text, number ?? asked.deposit?.text == asked.deposit?.text,
            let release = release(of: asked.deposit?.text ?? "", platform: asked.platform, client: nil)
        else { throw .otherOrder }
        guard (asked.platform == .wechat ? alipay : wechat) == nil else { throw .otherPlatform }
        return release
    }
}
