extension PaymentDesk {
    /// Asks the gateway what of a deposit is still frozen: the till's own books don't know what happened elsewhere.
    ///
    /// `name` is the deposit's number, or another that the journal knows it by.
    func held(_ name: OrderNumber, platform: PayPlatform?) async throws(OrderRejection) -> HeldDeposit {
        let (local, doubt) = await recalled(name.text)
        // What it knows of the deposit can't be left out: another release of it may be open.
        switch doubt {
        case .moved(let file): throw .journalMoved(file)
        case .unreadable(let cause): throw .journal(cause)
        case .incomplete, nil: break
        }
        let number = local?.number ?? name
        if let local, let open = local.openOrder { throw .otherIsOpen(DepositOrder(local, open)) }
        guard local != nil || number.mayNameDeposit else { throw .wrongNumber }
        guard let platform = local?.platform ?? platform else { throw .platformNeeded }
        let asked =
            local.map { ExpectedOrder(DepositOrder($0)) } ?? ExpectedOrder(number: number, platform: platform, fee: nil)
        let known = ledger[number]
        let response = await queries.ask(asked, first: local.flatMap { GatewayBase($0.base) })
        let sending = question(of: number)
        if local != nil, case .failed(let trouble) = absorb(response, to: sending, of: number, knowing: known) {
            throw OrderRejection(trouble)
        }
        switch Meaning(response.answer, to: sending, asked: asked) {
        case .done: break
        case .over: throw .notHeld(.over)
        case .refused(.callerWrong(let verdict)) where ledger[number]?.outcome != .refused:
            throw .undecided(.gatewayUndecided(verdict))
        case .refused: throw .notHeld(.refused)
        case .waiting: throw .notHeld(.waiting)
        case .notThere(let byState): throw response.absence(byState: byState)
        case .notSent(let text), .unknown(.noConnection(let text), _): throw .gatewayDown(text)
        case .unknown(let reason, _), .askAgain(let reason, _): throw .undecided(reason)
        }
        // A contested number shows somebody else's order.
        if let local = ledger[number], local.outcome != .done { throw .notHeld(local.outcome) }
        guard let order = response.order(), let frozen = order.fee else { throw .undecided(.unrecognisedState(nil)) }
        let left = min(order.totals?.left ?? frozen, ledger[number]?.left ?? frozen)
        return HeldDeposit(
            number: number, platform: platform, frozen: frozen,
            isFromElsewhere: ledger[number]?.isFromElsewhere ?? true,
            totals: order.totals, left: left, endTime: order.endTime)
    }
}

extension Response<Statement<FreezeOrder>> {
    /// What it means for a deposit that the gateway does not show.
    fileprivate func absence(byState: Bool) -> OrderRejection {
        guard case .answered(let statement) = answer, !byState,
            statement.verdict.internalStatus != GatewayVerdict.noSuchOrder
        else { return .noSuchDeposit }
        return .refusedToTell(statement.verdict)
    }
}
