extension Consume: GatewayOrder {
    /// `current_trade_state` of a WeChat Pay order whose deposit was unfrozen: consumed or not, its totals tell.
    static let depositUnfrozen = 13
    /// `current_trade_state` of an Alipay order that was refunded in full, or that waits.
    static let refundedOrWaiting = 4
    /// `current_trade_state` of an Alipay order that was closed, or refunded.
    static let closedOrRefunded = 5

    var platformNumber: String? { transactionID }

    func meaning(_ asked: ExpectedOrder) -> Meaning {
        switch asked.platform {
        case .wechat: onWeChatPay
        case .alipay: onAlipay(asked)
        }
    }

    /// Its answer names its deposit.
    func isOurs(_ asked: ExpectedOrder, isScannedCode: (AuthorCode) -> Bool) -> Bool {
        meaning(asked) == .done ? freezeNumber == asked.deposit?.text : true
    }

    private var onWeChatPay: Meaning {
        switch tradeState {
        case 2, 3, 4, 14: .done
        case 1, 6, 9, 12: .unknown(.beingMade, .poll)
        case 5: .refused(.customerStopped)
        case 7, 8, 10: .refused(.failedAtPlatform)
        case 11: .notThere(byState: true)
        case Self.depositUnfrozen: byTotals
        case let state: .unknown(.unrecognisedState(state), .poll)
        }
    }

    private func onAlipay(_ asked: ExpectedOrder) -> Meaning {
        switch tradeState {
        case 2, 6: .done
        case 1: .unknown(.beingMade, .poll)
        case Self.refundedOrWaiting, Self.closedOrRefunded: bySums(asked)
        case 7: .notThere(byState: true)
        case let state: .unknown(.unrecognisedState(state), .poll)
        }
    }

    /// WeChat Pay consumes a deposit once: all that was consumed of it is this, or nothing was.
    private var byTotals: Meaning {
        switch depositSums?.consumed {
        case .some(.zero): .refused(.failedAtPlatform)
        case .some(let consumed) where consumed == fee: .done
        case .some, nil: .unknown(.unrecognisedState(tradeState), .poll)
        }
    }

    /// Alipay's 4 and 5 decide nothing by themselves: what moved since the intent tells, if only this consume can have
    /// moved it.
    private func bySums(_ asked: ExpectedOrder) -> Meaning {
        let undecided = Meaning.unknown(.refundedOrClosed, .poll)
        guard let fee = asked.fee, let before = asked.sumsBefore, let now = depositSums, before.areComplete,
            now.areComplete
        else { return undecided }
        if tradeState == Self.closedOrRefunded, now == before { return .refused(.failedAtPlatform) }
        guard asked.isOnlyConsume, let refunded = before.refunded?.adding(fee),
            let consumed = before.consumed?.adding(fee), (now.refunded ?? .zero) >= refunded,
            (now.consumed ?? .zero) <= consumed
        else { return undecided }
        return .done
    }

    /// Whether the deposit's sums must be asked for.
    func isDecidedBySums(on platform: PayPlatform) -> Bool {
        switch platform {
        case .wechat: tradeState == Self.depositUnfrozen
        case .alipay: isRefundedOrClosed(on: platform)
        }
    }

    /// Whether its state tells of a refund, or that it was closed, and nothing else.
    public func isRefundedOrClosed(on platform: PayPlatform) -> Bool {
        platform == .alipay && (tradeState == Self.refundedOrWaiting || tradeState == Self.closedOrRefunded)
    }
}
