extension PaymentDesk {
    /// Asks the gateway what of a deposit is still frozen: the till's own books don't know what happened elsewhere.
    ///
    /// - Parameter name: the deposit's number, or another that the journal knows it by.
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
        let asked = local.map { Asked(DepositOrder($0)) } ?? Asked(number: number, platform: platform, fee: nil)
        let finding = await inquiry.ask(asked, first: local.flatMap { GatewayBase($0.base) })
        let sending = question(of: number)
        if local != nil, case .failed(let trouble) = take(finding, to: sending, of: number) {
            throw OrderRejection(trouble)
        }
        switch Meaning(finding.answer, to: sending, asked: asked) {
        case .done: break
        case .over: throw .notHeld(.over)
        case .refused(.callerWrong(let verdict)) where book[number]?.outcome != .refused:
            throw .undecided(.gatewayUndecided(verdict))
        case .refused: throw .notHeld(.refused)
        case .waiting: throw .notHeld(.waiting)
        case .notThere(let byState): throw finding.absence(byState: byState)
        case .notSent(let text), .unknown(.noConnection(let text), _): throw .gatewayDown(text)
        case .unknown(let reason, _), .askAgain(let reason, _): throw .undecided(reason)
        }
        // A contested number shows somebody else's order.
        if let local = book[number], local.outcome != .done { throw .notHeld(local.outcome) }
        guard let order = finding.order, let frozen = order.fee else { throw .undecided(.unrecognisedState(nil)) }
        let left = min(order.totals?.left ?? frozen, book[number]?.left ?? frozen)
        return HeldDeposit(
            number: number, platform: platform, frozen: frozen, isFromElsewhere: book[number]?.isFromElsewhere ?? true,
            totals: order.totals, left: left, endTime: order.endTime)
    }
}

extension Inquiry.Finding {
    /// What it means for a deposit that the gateway does not show.
    fileprivate func absence(byState: Bool) -> OrderRejection {
        guard case .answered(let verdict, _) = answer, !byState, verdict.internalStatus != GatewayVerdict.noSuchOrder
        else { return .noSuchDeposit }
        return .refusedToTell(verdict)
    }
}
