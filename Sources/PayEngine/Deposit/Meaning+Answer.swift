extension Meaning {
    /// The one place that says what an answer means. Total: every answer to everything that can be sent has a meaning.
    init(_ answer: Answer, to sending: Sending, asked: Asked) {
        switch answer {
        case .notConnected(let text):
            self = sending == .first ? .notSent(text) : .unknown(.noConnection(text), .poll)
        case .lost(let text):
            self = .undecided(.noAnswer(text), to: sending)
        case .invalid(let invalid):
            self = .undecided(.unbelievable(invalid), to: sending)
        case .answered(let verdict, let order):
            let meaning = Meaning(verdict, order, to: sending, asked: asked)
            let isBelievable = order.map { meaning.agrees(with: $0, asked: asked) } ?? true
            self = isBelievable ? meaning : .undecided(.unbelievable(.otherAmount), to: sending)
        }
    }

    private init(_ verdict: GatewayVerdict, _ order: FreezeOrder?, to sending: Sending, asked: Asked) {
        let showsState = order?.tradeState != nil
        switch (verdict.status, sending) {
        case (0, _):
            let state = order.map { Self.state(of: $0, platform: asked.platform) }
            self = state ?? .unknown(.unrecognisedState(nil), .poll)
        case (3, _), (103, _):
            self = .undecided(.gatewayUndecided(verdict), to: sending, pause: .threeSeconds)
        case (101, .first):
            self = .unknown(.callerWrong(verdict), .none)
        case (101, .queryAfterCallerWrong):
            self = .refused(.callerWrong(verdict))
        case (104, _) where verdict.internalStatus == 407:
            self = .undecided(.numberUsedBefore(verdict), to: sending)
        case (102, _) where showsState, (104, _) where showsState:
            self = .undecided(.gatewayUndecided(verdict), to: sending)
        case (102, .first):
            self = .refused(.newNumberNeeded(verdict))
        case (104, .first):
            self = .refused(.refusedByGateway(verdict))
        case (104, .query), (104, .queryAfterCallerWrong):
            self = .notThere(byState: false)
        case (_, _):
            self = .undecided(.gatewayUndecided(verdict), to: sending)
        }
    }

    /// By the state of the freeze order, for an accepted call.
    private static func state(of order: FreezeOrder, platform: PayPlatform) -> Meaning {
        switch (platform, order.tradeState, order.isTransforming) {
        case (.wechat, 3, _): .waiting
        case (.alipay, 1, _): .waiting
        case (_, _, true): .unknown(.beingMade, .poll)
        case (.wechat, 1, false): .unknown(.beingMade, .poll)
        case (_, 2, false): .frozen
        case (.alipay, 3, false): order.hadMoney ? .over : .refused(.closedUnpaid)
        case (.wechat, 4, false): .refused(.customerStopped)
        case (.alipay, 4, false): .notThere(byState: true)
        case (.wechat, 5, false): .over
        case (.wechat, 6, false): .refused(.paymentError)
        case (.wechat, 7, false): .notThere(byState: true)
        case (_, let number, false): .unknown(.unrecognisedState(number), .poll)
        }
    }

    /// Whether the amount agrees: it must be there and equal where money is or was held, and must not differ elsewhere.
    private func agrees(with order: FreezeOrder, asked: Asked) -> Bool {
        guard let fee = asked.fee else { return true }
        switch self {
        case .frozen, .waiting, .over: return order.fee == fee
        case .refused, .notThere: return order.fee == nil || order.fee == .zero || order.fee == fee
        case .notSent, .unknown, .askAgain: return true
        }
    }

    private static func undecided(_ reason: Reason, to sending: Sending, pause: Pause? = nil) -> Meaning {
        sending.isQuery ? .askAgain(reason, pause ?? .poll) : .unknown(reason, pause ?? .none)
    }
}

extension FreezeOrder {
    /// Whether any of it was consumed or released, so that it must have been frozen once.
    fileprivate var hadMoney: Bool {
        [consumed, releasedByHand, releasedByItself].contains { ($0 ?? .zero) > .zero }
    }
}
