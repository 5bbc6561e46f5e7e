extension Inquiry {
    /// A look-up and the answer about the order itself, with which our own open order can be settled.
    struct Result: Sendable {
        var lookUp: LookUp
        var finding: Finding<FreezeOrder>?
    }

    /// - Parameters:
    ///   - local: what the journal knows of the order, and its lines.
    ///   - platform: for an order that the journal does not know.
    func lookUp(
        _ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?, local: Deposit?,
        story: [LookUp.Line]
    ) async -> Result {
        var lookUp = LookUp(number: number.text, source: .journal)
        lookUp.local = local
        lookUp.story = story
        lookUp.outcome = local?.outcome
        lookUp.isNarrowed = releaseNumber != nil
        guard local != nil || number.mayNameDeposit else {
            lookUp.orderProblem = .noNumber
            return Result(lookUp: lookUp, finding: nil)
        }
        guard let platform = local?.platform ?? platform else {
            return await lookUpElsewhere(number, releaseNumber: releaseNumber, story: story)
        }
        let asked = Asked(
            number: local?.number ?? number, platform: platform, fee: local?.fee, code: local.flatMap { AskedCode($0) })
        let base = local.flatMap { GatewayBase($0.base) }
        let finding = await ask(asked, first: base)
        take(finding, asked: asked, into: &lookUp)
        if case .gatewayDown = lookUp.orderProblem {
            lookUp.releasesProblem = lookUp.orderProblem
            return Result(lookUp: lookUp, finding: finding)
        }
        switch await history(asked, releaseNumber: releaseNumber, first: finding.base ?? base) {
        case .releases(let releases): lookUp.releases = releases
        case .refused(let verdict): lookUp.releasesProblem = .refused(verdict)
        case .undecided(.noConnection(let text)): lookUp.releasesProblem = .gatewayDown(text)
        case .undecided(let reason): lookUp.releasesProblem = .unknown(reason)
        }
        lookUp.consumes = await consumes(of: local, first: finding.base ?? base)
        return Result(lookUp: lookUp, finding: finding)
    }

    /// Only those of this till: nobody tells the numbers of others.
    private func consumes(of local: Deposit?, first base: GatewayBase?) async -> [Consume] {
        guard let local else { return [] }
        var consumes: [Consume] = []
        for order in local.laterOrders where order.kind != .release {
            let finding = await askConsume(Asked(DepositOrder(local, order)), first: base)
            guard case .answered(let verdict, let consume?) = finding.answer, verdict.status == 0 else { continue }
            consumes.append(consume)
        }
        return consumes
    }

    /// An order that this till does not know may be on either platform.
    private func lookUpElsewhere(
        _ number: OrderNumber, releaseNumber: OrderNumber?, story: [LookUp.Line]
    ) async -> Result {
        var result: Result?
        for platform in PayPlatform.allCases {
            let next = await lookUp(
                number, releaseNumber: releaseNumber, platform: platform, local: nil, story: story)
            result = next
            switch next.lookUp.orderProblem {
            case .notThere, .refused, .unknown(.unbelievable(.otherPlatform)): continue
            case nil, .gatewayDown, .unknown, .platformNeeded, .notShown, .noNumber: return next
            }
        }
        return result ?? Result(lookUp: LookUp(number: number.text, source: .journal), finding: nil)
    }

    private func take(_ finding: Finding<FreezeOrder>, asked: Asked, into lookUp: inout LookUp) {
        lookUp.base = finding.base?.text
        lookUp.logID = finding.logID
        if case .answered(let verdict, let order) = finding.answer {
            lookUp.verdict = verdict
            lookUp.order = order
        }
        switch Meaning(finding.answer, to: .query, asked: asked) {
        case .done: lookUp.settle(.done, .held)
        case .waiting(let reason): lookUp.settle(.waiting, reason)
        case .refused(let reason): lookUp.settle(.refused, reason)
        case .over: lookUp.settle(.over, .releasedOrConsumed)
        case .unknown(.noConnection(let text), _):
            lookUp.orderProblem = .gatewayDown(text)
        case .unknown(let reason, _):
            lookUp.settle(.unknown, reason)
        case .notThere(let byState):
            lookUp.order = nil
            lookUp.source = .gateway
            lookUp.orderProblem = lookUp.absence(byState: byState)
        case .notSent(let text):
            lookUp.orderProblem = .gatewayDown(text)
        case .askAgain(let reason, _):
            lookUp.orderProblem = .unknown(reason)
            lookUp.order = nil
        }
    }
}

extension LookUp {
    /// What it means that the gateway does not show the order: by the state, or by a signed refusal, which says so only
    /// with the one `internal_status` that is known.
    fileprivate func absence(byState: Bool) -> Problem {
        if !byState, let verdict, verdict.internalStatus != GatewayVerdict.noSuchOrder { return .refused(verdict) }
        return local.map { .notShown(isOpen: !$0.outcome.isSettled) } ?? .notThere
    }

    fileprivate mutating func settle(_ outcome: Outcome, _ reason: Reason) {
        gatewayOutcome = outcome
        gatewayReason = reason
        self.outcome = local?.outcome(beside: outcome) ?? outcome
        source = .gateway
    }
}

extension Deposit {
    /// What may be said of our own order when the gateway tells this and nobody records it.
    fileprivate func outcome(beside told: Outcome) -> Outcome {
        // Whose order a contested number shows is for the writer of the journal to find out.
        if freeze.status.isContested, !outcome.isSettled { return outcome }
        switch transition(to: OutcomeReport(told, Reason.unexplained(told))) {
        case .changed, .lateSuccess: return told
        case .unchanged, .contradicts: return outcome
        }
    }
}
