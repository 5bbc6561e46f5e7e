extension LookUp {
    /// Something that this till's journal and the gateway don't agree about.
    ///
    /// A supervisor must look at it.
    public enum Difference: Equatable, Sendable {
        case outcome(here: Outcome, gateway: Outcome)
        case amount(here: Fen, gateway: Fen)
        /// What is left of the deposit.
        case left(here: Fen, gateway: Fen)
        /// More or less was consumed than this till's own consumes come to.
        case consumed(here: Fen, gateway: Fen)
        /// A release of this till.
        case release(Order, gateway: Release.Outcome)
        /// A release that the gateway tells and this till did not make: another till's, or the phone console's.
        case unknownRelease(Release)
        /// A consume of this till that the gateway says was not done, or the other way round.
        case consume(Order, isDoneAtGateway: Bool)
    }

    /// Nothing while one of the two sides is missing, or still open here: then there is nothing to disagree about.
    public var differences: [Difference] {
        guard let local, let order, local.outcome.isSettled else { return [] }
        var found: [Difference] = []
        if let told = gatewayOutcome, told.isSettled, told != local.outcome {
            found.append(.outcome(here: local.outcome, gateway: told))
        }
        if let fee = order.fee, fee != .zero, fee != local.fee { found.append(.amount(here: local.fee, gateway: fee)) }
        if let totals, local.outcome == .done, totals.left != local.left {
            found.append(.left(here: local.left, gateway: totals.left))
        }
        let consumedHere = local.consumedHere
        if let totals, !local.isFromElsewhere, totals.consumed != consumedHere {
            found.append(.consumed(here: consumedHere, gateway: totals.consumed))
        }
        return found + releaseDifferences(local) + consumeDifferences(local)
    }

    private func releaseDifferences(_ local: Deposit) -> [Difference] {
        guard releasesProblem == nil, !isNarrowed else { return [] }
        let releasesHere = local.laterOrders.filter { $0.kind == .release }
        let strangers = releases.filter { release in
            release.outcome == .released && !releasesHere.contains { $0.number.text == release.number }
        }
        return releasesHere.compactMap { own in
            guard !own.isOpen else { return nil }
            let told = releases.first { $0.number == own.number.text }?.outcome ?? .notThere
            return (own.outcome == .done) == (told == .released) ? nil : .release(own, gateway: told)
        } + strangers.map { .unknownRelease($0) }
    }

    private func consumeDifferences(_ local: Deposit) -> [Difference] {
        consumes.compactMap { consume in
            guard let own = local.laterOrders.first(where: { $0.number.text == consume.number }),
                !own.isOpen, let isDone = isDone(consume)
            else { return nil }
            return (own.outcome == .done) == isDone ? nil : .consume(own, isDoneAtGateway: isDone)
        }
    }
}

extension LookUp {
    /// Whether a consume of this till was done, by what the gateway says of it and of the deposit; nil while unknown.
    ///
    /// One that was done here stays done: where Alipay calls it refunded or closed, that tells of refunds.
    public func isDone(_ consume: Consume) -> Bool? {
        guard let local, let own = local.laterOrders.first(where: { $0.number.text == consume.number }) else {
            return nil
        }
        if own.outcome == .done, consume.isRefundedOrClosed(on: local.platform) { return true }
        switch consume.meaning(ExpectedOrder(DepositOrder(local, own))) {
        case .done: return true
        case .refused, .notThere: return false
        case .waiting, .over, .notSent, .unknown, .askAgain: return nil
        }
    }
}
