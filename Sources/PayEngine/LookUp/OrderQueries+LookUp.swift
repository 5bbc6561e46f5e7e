extension OrderQueries {
    /// A look-up and the answer about the order itself, with which our own open order can be settled.
    struct Result: Sendable {
        var lookUp: LookUp
        var response: Response<Statement<FreezeOrder>>?
    }

    /// Looks an order up at the gateway.
    ///
    /// `local` and `story` are what the journal knows of it; `platform` is for an order that the journal does not know.
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
            return Result(lookUp: lookUp, response: nil)
        }
        guard let platform = local?.platform ?? platform else {
            return await lookUpElsewhere(number, releaseNumber: releaseNumber, story: story)
        }
        let asked = ExpectedOrder(
            number: local?.number ?? number, platform: platform, fee: local?.fee,
            code: local.flatMap { ExpectedCode($0) })
        let base = local.flatMap { GatewayBase($0.base) }
        let response = await ask(asked, first: base)
        absorb(response, asked: asked, into: &lookUp)
        if case .gatewayDown = lookUp.orderProblem {
            lookUp.releasesProblem = lookUp.orderProblem
            return Result(lookUp: lookUp, response: response)
        }
        lookUp.absorb(await history(asked, releaseNumber: releaseNumber, first: response.base ?? base))
        lookUp.consumes = await consumes(of: local, first: response.base ?? base)
        return Result(lookUp: lookUp, response: response)
    }

    /// Only those of this till: nobody tells the numbers of others.
    private func consumes(of local: Deposit?, first base: GatewayBase?) async -> [Consume] {
        guard let local else { return [] }
        var consumes: [Consume] = []
        for order in local.laterOrders where order.kind != .release {
            let response = await askConsume(ExpectedOrder(DepositOrder(local, order)), first: base)
            guard case .answered(let statement) = response.answer, let consume = statement.subject,
                statement.verdict.status == 0
            else { continue }
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
        return result ?? Result(lookUp: LookUp(number: number.text, source: .journal), response: nil)
    }

    private func absorb(
        _ response: Response<Statement<FreezeOrder>>, asked: ExpectedOrder, into lookUp: inout LookUp
    ) {
        lookUp.base = response.base?.text
        lookUp.logID = response.logID
        if case .answered(let statement) = response.answer {
            lookUp.verdict = statement.verdict
            lookUp.order = statement.subject
        }
        switch Meaning(response.answer, to: .query, asked: asked) {
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
    /// Takes over what was answered about the deposit's releases.
    mutating func absorb(_ answer: Answer<Statement<[Release]>>) {
        switch answer {
        case .notConnected(let text): releasesProblem = .gatewayDown(text)
        case .lost(let text): releasesProblem = .unknown(.noAnswer(text))
        case .invalid(let invalid): releasesProblem = .unknown(.unbelievable(invalid))
        case .answered(let statement):
            switch (statement.verdict.status, statement.subject) {
            case (0, let releases?): self.releases = releases
            case (0, nil): releasesProblem = .unknown(.unrecognisedState(nil))
            case (104, _): releasesProblem = .refused(statement.verdict)
            case (_, _): releasesProblem = .unknown(.gatewayUndecided(statement.verdict))
            }
        }
    }

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
