import Logging
import Persistence

extension PaymentDesk {
    public func release(_ request: ReleaseRequest) -> AsyncStream<FollowUpProgress> {
        streaming { desk, tell in
            await desk.drive(request.number, tell) { () async throws(FollowUpRejection) in
                try await desk.prepare(request, tell: tell)
            }
        }
    }

    public func consume(_ request: ConsumeRequest) -> AsyncStream<FollowUpProgress> {
        streaming { desk, tell in
            await desk.drive(request.number, tell) { () async throws(FollowUpRejection) in
                try await desk.prepare(request)
            }
        }
    }

    public func withdraw(_ number: OrderNumber) {
        unmade[number]?.isWithdrawn = true
    }

    private func drive(
        _ number: OrderNumber, _ tell: @Sendable (FollowUpProgress) -> Void,
        prepare: @Sendable () async throws(FollowUpRejection) -> PreparedOrder
    ) async {
        let prepared: PreparedOrder
        unmade[number, default: (0, false)].count += 1
        do {
            defer { noteMade(number) }
            prepared = try await prepare()
        } catch {
            tell(.rejected(error))
            return
        }
        if let order = book.order(prepared.number) { tell(.started(order)) }
        await pursue(prepared) { stage in
            switch stage {
            case .changed(let order), .offered(let order, _): tell(.changed(order))
            case .settled(let order): tell(.settled(order))
            case .leftOpen(let order): tell(.leftOpen(order))
            }
        }
    }

    /// It is made, or will never be.
    private func noteMade(_ number: OrderNumber) {
        unmade[number]?.count -= 1
        if unmade[number]?.count == 0 { unmade[number] = nil }
    }

    /// Asked right before the intent is written, with no suspension between.
    private func checkWithdrawal(_ number: OrderNumber) throws(FollowUpRejection) {
        guard unmade[number]?.isWithdrawn != true else { throw .withdrawn }
    }

    private func prepare(
        _ request: ReleaseRequest, tell: @Sendable (FollowUpProgress) -> Void
    ) async throws(FollowUpRejection) -> PreparedOrder {
        try configuration.checkApprover(request.approverID)
        try checkStaff(request.staffID)
        try checkTexts(body: nil, remark: request.remark)
        var held = try await held(request.number, platform: request.platform)
        var amount = try amount(of: request, held: held)
        let rest = await holdBack(of: held)
        if rest > .zero {
            await wait(rest, tell: tell) { [self] in unmade[request.number]?.isWithdrawn == true }
            try checkWithdrawal(request.number)
            // Others may have released or consumed some of it meanwhile.
            held = try await self.held(request.number, platform: request.platform)
            amount = try self.amount(of: request, held: held)
        }
        try checkWithdrawal(request.number)
        // Where nobody approves, the device's own staff holds the right; without one, the merchant's administrator.
        let approverID = request.approverID ?? configuration.merchant.staffID
        return try prepare(.release, of: held, amount: amount, wait: request.wait) {
            number, base throws(FollowUpRejection) in
            let wire = UnfreezeRequest(
                content: .init(
                    number: held.number.text, releaseNumber: number.text, fee: amount.value,
                    remark: request.remark?.nonEmpty),
                merchantKey: .init(
                    key: PayMerchantKey(configuration.merchant, platform: held.platform),
                    approverID: approverID),
                client: client(request.staffID), nonce: try newNonce(or: FollowUpRejection.self))
            let intent = FollowUp.Intent(
                fee: amount, platform: held.platform, frozen: held.frozen, isFromElsewhere: held.isFromElsewhere,
                base: base.text, staffID: request.staffID, approverID: approverID,
                remark: request.remark?.nonEmpty, totals: held.totals)
            return (try wire.bytes(), intent)
        }
    }

    /// What is to be released, where the deposit holds it and the platform takes it.
    private func amount(of request: ReleaseRequest, held: HeldDeposit) throws(FollowUpRejection) -> Fen {
        let amount = request.amount ?? held.left
        try check(amount, left: held.left)
        if held.platform == .wechat, amount < held.left, !configuration.deposit.wechatPartialRelease {
            throw .onlyWhole(left: held.left)
        }
        return amount
    }

    private func prepare(_ request: ConsumeRequest) async throws(FollowUpRejection) -> PreparedOrder {
        try checkStaff(request.staffID)
        try checkTexts(body: request.body, remark: request.remark, options: request.options)
        let held = try await held(request.number, platform: request.platform)
        if request.keepsRest, held.platform == .wechat { throw .cannotKeepRest }
        try check(request.amount, left: held.left)
        try checkWithdrawal(request.number)
        // Of a deposit that is consumed whole nothing stays frozen.
        let keepsRest = request.keepsRest && request.amount < held.left
        let body = request.body?.nonEmpty ?? configuration.deposit.body
        let kind = FollowUp.Kind.consume(keepsRest: keepsRest)
        return try prepare(kind, of: held, amount: request.amount, wait: request.wait) {
            number, base throws(FollowUpRejection) in
            let wire = DepositConsumeRequest(
                content: .init(
                    tradeNumber: number.text, fee: request.amount.value, body: body, freezeNumber: held.number.text,
                    releasesRest: !keepsRest, remark: request.remark?.nonEmpty,
                    options: try request.options.forConsume(on: held.platform)),
                merchantKey: PayMerchantKey(configuration.merchant, platform: held.platform),
                client: client(request.staffID), nonce: try newNonce(or: FollowUpRejection.self))
            let intent = FollowUp.Intent(
                fee: request.amount, platform: held.platform, frozen: held.frozen,
                isFromElsewhere: held.isFromElsewhere,
                base: base.text, staffID: request.staffID, body: body, remark: request.remark?.nonEmpty,
                totals: held.totals)
            return (try wire.bytes(), intent)
        }
    }

    /// Number, bytes and the durable intent. No suspension in here: a second one of the same deposit can't pass.
    private func prepare(
        _ kind: FollowUp.Kind, of held: HeldDeposit, amount: Fen, wait: Duration?,
        make: (OrderNumber, GatewayBase) throws(FollowUpRejection) -> ([UInt8], FollowUp.Intent)
    ) throws(FollowUpRejection) -> PreparedOrder {
        if let deposit = book[held.number], let open = deposit.openFollowUp {
            throw .otherIsOpen(TillOrder(deposit, followUp: open))
        }
        // Another one may have ended while the gateway was asked.
        let left = min(held.left, book[held.number]?.left ?? held.left)
        guard amount <= left else { throw .aboveLeft(left: left) }
        let now = clock.boottime
        let base = gateway.firstBase
        let number = try newNumber(or: FollowUpRejection.self)
        let (content, intent) = try make(number, base)
        let event = FollowUpEvent(kind: kind, number: number, fee: intent.fee, step: .intended(intent))
        try writeIntent(.followUp(event), of: held.number, or: FollowUpRejection.self)
        processes[number] = OrderProcess(askedAt: now, interval: configuration.polling.interval)
        let interface: Interface
        switch kind {
        case .release: interface = .unfreeze
        case .consume: interface = .depositConsume
        }
        return PreparedOrder(
            number: number, interface: interface, content: SecretBytes(content),
            asked: Asked(
                number: number, platform: held.platform, fee: intent.fee,
                code: book[held.number].flatMap { AskedCode($0) }, deposit: held.number),
            base: base, limit: now + (wait ?? configuration.polling.limit), suspended: clock.suspended)
    }

    private func client(_ staffID: String?) -> OrderClient {
        OrderClient(asking: configuration.till, staffID: staffID, address: gateway.sourceAddress)
    }

    private func check(_ amount: Fen, left: Fen) throws(FollowUpRejection) {
        guard amount > .zero else { throw .amountIsZero }
        guard amount <= left else { throw .aboveLeft(left: left) }
    }

    private func checkStaff(_ staffID: String?) throws(FollowUpRejection) {
        guard let staffID, !configuration.staff.contains(where: { $0.id == staffID }) else { return }
        throw .unknownStaff(staffID.printable)
    }

    private func checkTexts(body: String?, remark: String?, options: OrderOptions = OrderOptions())
        throws(FollowUpRejection)
    {
        try refuseCodes(in: [("body", body), ("remark", remark)] + options.typed, or: FollowUpRejection.self)
    }
}
