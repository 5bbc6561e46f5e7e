import PayEngine

/// What became of a freeze that the till was asked for, in a band.
extension Freeze.End {
    /// What is known of the order, or that nothing is.
    var outcome: Outcome {
        switch self {
        case .settled(let deposit), .seenBefore(let deposit): deposit.outcome
        case .leftOpen, .lost: .unknown
        case .rejected: .notSent
        }
    }

    var deposit: Deposit? {
        switch self {
        case .settled(let deposit), .leftOpen(let deposit), .seenBefore(let deposit): deposit
        case .lost(let deposit): deposit
        case .rejected: nil
        }
    }

    var band: Band {
        switch self {
        case .settled(let deposit):
            return deposit.isLateSuccess && deposit.outcome == .done ? .lateSuccess : .outcome(outcome)
        case .seenBefore(let deposit):
            // What is not known of the earlier order is never told as nothing.
            return deposit.outcome.isSettled ? .nothingTaken : .outcome(.unknown)
        case .leftOpen, .rejected, .lost: return .outcome(outcome)
        }
    }

    /// The big words.
    var headline: Phrase {
        switch band {
        case .outcome(let outcome): .headline(outcome)
        case .lateSuccess: .lateSuccessHeadline
        case .nothingTaken: .nothingTaken
        }
    }
}

extension Freeze {
    /// That it goes on while somebody else is served.
    var leftInBackground: Phrase { isOffer ? .offerGivenUp : .leftInBackground }
}
