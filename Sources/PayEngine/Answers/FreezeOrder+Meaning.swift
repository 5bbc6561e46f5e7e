extension FreezeOrder: GatewayOrder {
    var platformNumber: String? { freezeID }

    func meaning(_ asked: ExpectedOrder) -> Meaning {
        switch (asked.platform, tradeState, isTransforming) {
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

    func isOurs(_ asked: ExpectedOrder, isScannedCode: (AuthorCode) -> Bool) -> Bool {
        authorCode.map(isScannedCode) ?? false
    }

    /// Whether any of it was consumed or released, so that it must have been frozen once.
    private var hadMoney: Bool {
        [consumed, releasedByHand, releasedByItself].contains { ($0 ?? .zero) > .zero }
    }

    /// What the gateway told of its money.
    var sums: DepositSums {
        DepositSums(
            consumed: consumed, releasedByHand: releasedByHand, releasedByItself: releasedByItself, refunded: refunded)
    }

    /// What the gateway adds up, where it told any of it and the figures are possible.
    var totals: DepositTotals? {
        guard let fee, sums.tellsWhatIsLeft else { return nil }
        return DepositTotals(frozen: fee, sums: sums)
    }

    /// Whether more would have gone out, or come back, than was frozen.
    var hasImpossibleSums: Bool { fee.map { DepositTotals(frozen: $0, sums: sums) == nil } ?? false }
}
