extension Release {
    /// What `current_trade_state` of a release means; a number that nobody knows is unknown.
    static func outcome(ofState state: Int?, platform: PayPlatform) -> Outcome {
        switch (platform, state) {
        case (_, 2): .released
        case (_, 3): .refused
        case (_, 4), (.alipay, 5): .notThere
        case (_, _): .unknown
        }
    }
}

extension Release: GatewayOrder {
    /// Always: an answer that names another deposit was refused when it was read.
    func isOurs(_ asked: ExpectedOrder, isScannedCode: (AuthorCode) -> Bool) -> Bool { true }

    func meaning(_ asked: ExpectedOrder) -> Meaning {
        switch outcome {
        case .released: .done
        case .refused: .refused(.failedAtPlatform)
        case .notThere: .notThere(byState: true)
        case .unknown:
            tradeState == 1 || isTransforming
                ? .unknown(.beingMade, .poll) : .unknown(.unrecognisedState(tradeState), .poll)
        }
    }
}
