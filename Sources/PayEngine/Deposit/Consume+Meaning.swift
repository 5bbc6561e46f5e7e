extension Consume: AskedOrder {
    /// `current_trade_state` of a WeChat Pay order whose deposit was unfrozen: consumed or not, its totals tell.
    static let depositUnfrozen = 13

    var platformNumber: String? { transactionID }

    func meaning(on platform: PayPlatform) -> Meaning {
        switch platform {
        case .wechat: onWeChatPay
        case .alipay: onAlipay
        }
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

    private var onAlipay: Meaning {
        switch tradeState {
        case 2, 6: .done
        case 1, 4: .unknown(.beingMade, .poll)
        case 5: (refunded ?? .zero) > .zero ? .done : .refused(.failedAtPlatform)
        case 7: .notThere(byState: true)
        case let state: .unknown(.unrecognisedState(state), .poll)
        }
    }

    /// WeChat Pay consumes a deposit once: all that was consumed of it is this, or nothing was.
    private var byTotals: Meaning {
        switch depositConsumed {
        case .some(.zero): .refused(.failedAtPlatform)
        case .some(let consumed) where consumed == fee: .done
        case .some, nil: .unknown(.unrecognisedState(tradeState), .poll)
        }
    }

    /// Whether the deposit's totals must be asked for.
    func isDecidedByTotals(on platform: PayPlatform) -> Bool {
        platform == .wechat && tradeState == Self.depositUnfrozen
    }
}
