import PayEngine

/// What became of a release or a consume that the till was asked for, in a band.
extension OrderAttempt.End {
    /// What is not known is never refused.
    var outcome: Outcome {
        switch self {
        case .settled(let order): order.outcome
        case .leftOpen, .lost: .unknown
        case .rejected: .notSent
        }
    }

    /// The big words.
    var headline: Phrase {
        if let order { return outcome == .unknown ? .unknownHeadline(order) : .headline(order) }
        if case .rejected = self { return .notTried }
        return .headline(.unknown)
    }
}
