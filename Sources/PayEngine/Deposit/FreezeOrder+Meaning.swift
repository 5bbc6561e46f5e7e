extension FreezeOrder: AskedOrder {
    var platformNumber: String? { freezeID }

    func meaning(on platform: PayPlatform) -> Meaning {
        switch (platform, tradeState, isTransforming) {
        case (.wechat, 3, _): .waiting(.customerTyping)
        case (.alipay, 1, _): .waiting(.customerTyping)
        case (_, _, true): .unknown(.beingMade, .poll)
        case (.wechat, 1, false): .unknown(.beingMade, .poll)
        case (_, 2, false): .done
        case (.alipay, 3, false): hadMoney ? .over : .refused(.closedUnpaid)
        case (.wechat, 4, false): .refused(.customerStopped)
        case (.alipay, 4, false): .notThere(byState: true)
        case (.wechat, 5, false): .over
        case (.wechat, 6, false): .refused(.paymentError)
        case (.wechat, 7, false): .notThere(byState: true)
        case (_, let number, false): .unknown(.unrecognisedState(number), .poll)
        }
    }

    /// Whether any of it was consumed or released, so that it must have been frozen once.
    private var hadMoney: Bool {
        [consumed, releasedByHand, releasedByItself].contains { ($0 ?? .zero) > .zero }
    }

    /// Whether any total was told.
    var hasTotals: Bool { consumed != nil || releasedByHand != nil || releasedByItself != nil }

    /// What the gateway adds up, where it told any of it and the figures are possible.
    var totals: DepositTotals? {
        guard let fee, hasTotals else { return nil }
        return DepositTotals(
            frozen: fee, consumed: consumed ?? .zero, releasedByHand: releasedByHand ?? .zero,
            releasedByItself: releasedByItself ?? .zero)
    }
}
