extension Meaning {
    /// Says what an answer means: the one place that does.
    ///
    /// Total: every answer to everything that can be sent has a meaning.
    init<Order: GatewayOrder>(_ answer: Answer<Statement<Order>>, to sending: Sending, asked: ExpectedOrder) {
        switch answer {
        case .notConnected(let text):
            self = sending == .first ? .notSent(text) : .unknown(.noConnection(text), .poll)
        case .lost(let text):
            self = .undecided(.noAnswer(text), to: sending)
        case .invalid(let invalid):
            self = .undecided(.unbelievable(invalid), to: sending)
        case .answered(let statement):
            let meaning = Meaning(statement.verdict, statement.subject, to: sending, asked: asked)
            let isBelievable = statement.subject.map { meaning.agrees(with: $0.fee, asked: asked) } ?? true
            self = isBelievable ? meaning : .undecided(.unbelievable(.otherAmount), to: sending)
        }
    }

    private init(_ verdict: GatewayVerdict, _ order: (some GatewayOrder)?, to sending: Sending, asked: ExpectedOrder) {
        let showsState = order?.tradeState != nil
        switch (verdict.status, sending) {
        case (0, _):
            self = order?.meaning(asked) ?? .unknown(.unrecognisedState(nil), .poll)
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
        case (102, .query), (102, .queryAfterCallerWrong):
            // It shows no state: nothing was seen of the order.
            self = .askAgain(.newNumberNeeded(verdict), .poll)
        case (104, .query), (104, .queryAfterCallerWrong):
            self = .notThere(byState: false)
        case (_, _):
            self = .undecided(.gatewayUndecided(verdict), to: sending)
        }
    }

    /// Whether the amount agrees: it must be there and equal where money moved, and must not differ elsewhere.
    private func agrees(with told: Fen?, asked: ExpectedOrder) -> Bool {
        guard let fee = asked.fee else { return true }
        switch self {
        case .done, .over: return told == fee
        // A code that nobody has scanned yet has no order and no amount.
        case .waiting(.customerScanning): return told == nil || told == fee
        case .waiting: return told == fee
        case .refused, .notThere: return told == nil || told == .zero || told == fee
        case .notSent, .unknown, .askAgain: return true
        }
    }

    private static func undecided(_ reason: Reason, to sending: Sending, pause: Pause? = nil) -> Meaning {
        sending.isQuery ? .askAgain(reason, pause ?? .poll) : .unknown(reason, pause ?? .none)
    }
}
