import Logging
import Persistence

extension PaymentDesk {
    func prepare(
        _ request: ReleaseRequest, approvedBy approver: Approver, unless withdrawal: Withdrawal,
        tell: @Sendable (OrderProgress) -> Void
    ) async throws(OrderRejection) -> PreparedOrder {
        try checkStaff(request.staffID)
        try checkTexts(body: nil, remark: request.remark)
        var held = try await held(request.number, platform: request.platform)
        var amount = try amount(of: request, held: held)
        let rest = await holdBack(of: held)
        if rest > .zero {
            try await wait(rest, unless: withdrawal, tell: tell)
            guard !withdrawal.isGiven else { throw .withdrawn }
            // Others may have released or consumed some of it meanwhile.
            held = try await self.held(request.number, platform: request.platform)
            amount = try self.amount(of: request, held: held)
        }
        // Looked at last before the intent is written, with no suspension between.
        guard !withdrawal.isGiven else { throw .withdrawn }
        // Where nobody approves, the device's own staff holds the right; without one, the merchant's administrator.
        let approverID = approver.staffID ?? configuration.merchant.staffID
        return try prepare(.release, by: .unfreeze, of: held, amount: amount, wait: request.wait) {
            number, base throws(OrderRejection) in
            let wire = UnfreezeRequest(
                content: .init(
                    number: held.number.text, releaseNumber: number.text, fee: amount.value,
                    remark: request.remark?.nonEmpty),
                merchantKey: .init(
                    key: PayMerchantKey(configuration.merchant, platform: held.platform),
                    approverID: approverID),
                client: client(request.staffID), nonce: try newNonce())
            let intent = Order.Intent(
                fee: amount, platform: held.platform, frozen: held.frozen, isFromElsewhere: held.isFromElsewhere,
                base: base.text, staffID: request.staffID, approverID: approverID, approval: approver.basis,
                remark: request.remark?.nonEmpty, totals: held.totals)
            return (try wire.bytes(), intent)
        }
    }

    /// What is to be released, where the deposit holds it and the platform takes it.
    private func amount(of request: ReleaseRequest, held: HeldDeposit) throws(OrderRejection) -> Fen {
        let amount = request.amount ?? held.left
        try check(amount, left: held.left)
        if held.platform == .wechat, amount < held.left, !configuration.deposit.wechatPartialRelease {
            throw .onlyWhole(left: held.left)
        }
        return amount
    }

    func prepare(
        _ request: ConsumeRequest, unless withdrawal: Withdrawal
    ) async throws(OrderRejection) -> PreparedOrder {
        try checkStaff(request.staffID)
        try checkTexts(body: request.body, remark: request.remark, options: request.options)
        let held = try await held(request.number, platform: request.platform)
        if request.keepsRest, held.platform == .wechat { throw .cannotKeepRest }
        try check(request.amount, left: held.left)
        guard !withdrawal.isGiven else { throw .withdrawn }
        // Of a deposit that is consumed whole nothing stays frozen.
        let keepsRest = request.keepsRest && request.amount < held.left
        let body = request.body?.nonEmpty ?? configuration.deposit.body
        let kind = Order.Kind.consume(keepsRest: keepsRest)
        return try prepare(kind, by: .depositConsume, of: held, amount: request.amount, wait: request.wait) {
            number, base throws(OrderRejection) in
            let wire = DepositConsumeRequest(
                content: .init(
                    tradeNumber: number.text, fee: request.amount.value, body: body, freezeNumber: held.number.text,
                    releasesRest: !keepsRest, remark: request.remark?.nonEmpty,
                    options: try request.options.forConsume(on: held.platform)),
                merchantKey: PayMerchantKey(configuration.merchant, platform: held.platform),
                client: client(request.staffID), nonce: try newNonce())
            let intent = Order.Intent(
                fee: request.amount, platform: held.platform, frozen: held.frozen,
                isFromElsewhere: held.isFromElsewhere,
                base: base.text, staffID: request.staffID, body: body, remark: request.remark?.nonEmpty,
                totals: held.totals)
            return (try wire.bytes(), intent)
        }
    }

    /// Makes the number, the bytes and the durable intent.
    ///
    /// No suspension in here: a second one of the same deposit can't pass.
    private func prepare(
        _ kind: Order.Kind, by interface: Interface, of held: HeldDeposit, amount: Fen, wait: Duration?,
        make: (OrderNumber, GatewayBase) throws(OrderRejection) -> ([UInt8], Order.Intent)
    ) throws(OrderRejection) -> PreparedOrder {
        if let deposit = ledger[held.number], let open = deposit.openOrder {
            throw .otherIsOpen(DepositOrder(deposit, open))
        }
        // Another one may have ended while the gateway was asked.
        let left = min(held.left, ledger[held.number]?.left ?? held.left)
        guard amount <= left else { throw .aboveLeft(left: left) }
        let now = clock.boottime
        let base = gateway.firstBase
        let number = try newNumber()
        let (content, intent) = try make(number, base)
        let event = OrderEvent(kind: kind, number: number, fee: intent.fee, step: .intended(intent))
        try writeIntent(.order(event), of: held.number)
        processes[number] = OrderStateMachine(askedAt: now, interval: configuration.polling.interval)
        return PreparedOrder(
            number: number, interface: interface, content: SecretBytes(content),
            asked: ExpectedOrder(
                number: number, platform: held.platform, fee: intent.fee,
                code: ledger[held.number].flatMap { ExpectedCode($0) }, deposit: held.number),
            base: base, limit: now + (wait ?? configuration.polling.limit), suspended: clock.suspended)
    }

    private func client(_ staffID: String?) -> OrderClient {
        OrderClient(asking: configuration.till, staffID: staffID, address: gateway.sourceAddress)
    }

    private func check(_ amount: Fen, left: Fen) throws(OrderRejection) {
        guard amount > .zero else { throw .amountIsZero }
        guard amount <= left else { throw .aboveLeft(left: left) }
    }

    private func checkStaff(_ staffID: String?) throws(OrderRejection) {
        guard let staffID, !configuration.staff.contains(where: { $0.id == staffID }) else { return }
        throw .unknownStaff(staffID.printable)
    }

    private func checkTexts(body: String?, remark: String?, options: OrderOptions = OrderOptions())
        throws(OrderRejection)
    {
        try refuseCodes(in: [("body", body), ("remark", remark)] + options.typed)
    }
}
