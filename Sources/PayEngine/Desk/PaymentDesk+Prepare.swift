import Logging
import Persistence

extension PaymentDesk {
    /// Everything before the first byte: checks, number, bytes, and the durable intent. No suspension in here: the
    /// same code scanned twice can't pass twice.
    func prepare(_ request: FreezeRequest, scannedAt: Duration) -> Result<PreparedFreeze, PreparedFreeze.Stop> {
        let digest = request.code.digest(key: journal.digestKey)
        if let earlier = book.depositWithCode(digest: digest, before: clock.now) {
            return .failure(PreparedFreeze.Stop(progress: .seenBefore(earlier)))
        }
        do throws(FreezeRejection) {
            try check(request)
            let base = gateway.firstBase
            let maker = OrderNumberMaker(prefix: configuration.till.orderPrefix, random: random)
            guard let number = maker.make(at: clock.now, isTaken: { book[$0] != nil }) else {
                throw FreezeRejection.journal("no free order number")
            }
            let body = request.body?.nonEmpty ?? configuration.deposit.body
            let content = try content(of: request, number: number, body: body)
            let intent = DepositEvent.Intent(
                fee: request.amount, platform: request.code.platform, base: base.text, staffID: request.staffID,
                maskedCode: request.code.masked, codeDigest: digest, body: body, remark: request.remark?.nonEmpty,
                reference: request.reference?.nonEmpty)
            try writeIntent(intent, number: number)
            processes[number] = FreezeProcess(scannedAt: scannedAt, interval: configuration.polling.interval)
            let asked = Asked(number: number, platform: request.code.platform, fee: request.amount)
            return .success(PreparedFreeze(number: number, content: content, asked: asked, base: base))
        } catch {
            return .failure(PreparedFreeze.Stop(progress: .rejected(error)))
        }
    }

    private func check(_ request: FreezeRequest) throws(FreezeRejection) {
        guard request.amount > .zero, request.amount <= min(configuration.deposit.maximum, .orderLimit) else {
            throw .aboveMaximum(configuration.deposit.maximum)
        }
        if let staffID = request.staffID, !configuration.staff.contains(where: { $0.id == staffID }) {
            throw .unknownStaff(staffID.printable)
        }
        try WireField.check([WireField("reference", request.reference, limit: 128)])
        let typed = [("body", request.body), ("remark", request.remark), ("reference", request.reference)]
        for (field, text) in typed {
            guard let text, AuthorCode.maskingCodes(in: text) != text else { continue }
            throw .holdsPaymentCode(field: field)
        }
    }

    private func content(of request: FreezeRequest, number: OrderNumber, body: String) throws(FreezeRejection)
        -> [UInt8]
    {
        let content = MicroFreezeRequest.FreezeContent(
            number: number.text, authorCode: request.code.digits, fee: request.amount.value, body: body,
            remark: request.remark?.nonEmpty)
        let wire = MicroFreezeRequest(
            content: content, merchantKey: PayMerchantKey(configuration.merchant, platform: request.code.platform),
            client: OrderClient(
                freezing: configuration.till, staffID: request.staffID, address: gateway.sourceAddress),
            nonce: Nonce.make(random))
        return try wire.bytes()
    }

    private func writeIntent(_ intent: DepositEvent.Intent, number: OrderNumber) throws(FreezeRejection) {
        do {
            try record(.intended(intent), of: number)
        } catch {
            log.critical("the journal did not take an intent", metadata: ["cause": "\(error)"])
            throw .journal("\(error)")
        }
    }
}

extension String {
    /// Nil for an empty text: optional fields are left out, never sent empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
