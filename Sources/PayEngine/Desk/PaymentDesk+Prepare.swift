import Logging
import Persistence

extension PaymentDesk {
    /// Does everything that comes before the first byte: checks, number, bytes, and the durable intent.
    ///
    /// No suspension in here: the same code scanned twice can't pass twice.
    func prepare(_ request: FreezeRequest, scannedAt: Duration) throws(OrderRejection) -> Preparation {
        let digest = request.code.digest(key: journal.digestKey)
        if let earlier = ledger.depositWithCode(digest: digest, before: clock.now) { return .seenBefore(earlier) }
        try check(
            request.amount, staffID: request.staffID, body: request.body, remark: request.remark,
            reference: request.reference, options: request.options)
        let base = gateway.firstBase
        let number = try newNumber()
        let body = request.body?.nonEmpty ?? configuration.deposit.body
        let options = try request.options.completed(by: configuration.deposit, on: request.code.platform)
        let content = try content(of: request, number: number, body: body, options: options)
        let intent = Order.Intent(
            fee: request.amount, platform: request.code.platform, base: base.text, staffID: request.staffID,
            maskedCode: request.code.masked, codeDigest: digest, body: body, remark: request.remark?.nonEmpty,
            reference: request.reference?.nonEmpty)
        try writeIntent(.freeze(.intended(intent)), of: number)
        processes[number] = OrderStateMachine(askedAt: scannedAt, interval: configuration.polling.interval)
        return .ready(
            PreparedOrder(
                number: number, interface: .microFreeze, content: content,
                asked: ExpectedOrder(
                    number: number, platform: request.code.platform, fee: request.amount,
                    code: ExpectedCode(masked: intent.maskedCode, digest: digest)),
                base: base, limit: scannedAt + (request.wait ?? configuration.polling.limit),
                suspended: clock.suspended))
    }

    /// Prepares a code that the customer scans, which lives as long as the clerk waits.
    ///
    /// The gateway says by its own `time` when the code ends.
    func prepare(_ request: CodeRequest, at time: GatewayTime) throws(OrderRejection) -> PreparedOrder {
        try check(
            request.amount, staffID: request.staffID, body: request.body, remark: request.remark,
            reference: request.reference, options: request.options)
        // By a clock that is wrong the code might be payable for weeks.
        guard time.isSure else { throw .gatewayClockUnknown }
        let base = gateway.firstBase
        let number = try newNumber()
        let body = request.body?.nonEmpty ?? configuration.deposit.body
        let life = max(request.wait ?? configuration.polling.limit, Self.shortestOffer)
        // Whole seconds on the wire; the till must not give up before the platform does.
        let expiry = Timestamp(seconds: clock.now.seconds + Int64(life.wholeMilliseconds / 1000))
        // By the gateway's clock: on a till whose own is wrong the code must live as long, and no longer.
        let sentExpiry = Timestamp(seconds: time.now.seconds + Int64(life.wholeMilliseconds / 1000))
        let wire = ScanCodeFreezeRequest(
            content: .init(
                number: number.text, fee: request.amount.value, body: body, remark: request.remark?.nonEmpty,
                expiry: sentExpiry.seconds,
                options: try request.options.completed(by: configuration.deposit, on: .alipay)),
            merchantKey: PayMerchantKey(configuration.merchant, platform: .alipay),
            client: OrderClient(
                freezing: configuration.till, staffID: request.staffID, address: gateway.sourceAddress),
            nonce: try newNonce())
        let content = SecretBytes(try wire.bytes())
        let intent = Order.Intent(
            fee: request.amount, platform: .alipay, base: base.text, staffID: request.staffID, body: body,
            remark: request.remark?.nonEmpty, reference: request.reference?.nonEmpty, expiry: expiry)
        try writeIntent(.freeze(.intended(intent)), of: number)
        let now = clock.boottime
        processes[number] = OrderStateMachine(
            offeredAt: now, expiry: now + life, interval: configuration.polling.interval)
        return PreparedOrder(
            number: number, interface: .scanCodeFreeze, content: content,
            asked: ExpectedOrder(number: number, platform: .alipay, fee: request.amount), base: base,
            limit: now + (request.wait ?? configuration.polling.limit), suspended: clock.suspended, expiry: sentExpiry)
    }

    /// Nobody scans a code faster.
    private static let shortestOffer = Duration.seconds(30)

    /// A number that no order of this till ever had.
    func newNumber() throws(OrderRejection) -> OrderNumber {
        let maker = OrderNumberMaker(prefix: configuration.till.orderPrefix, random: random)
        var trouble: String?
        let number: OrderNumber?
        do {
            number = try maker.make(at: clock.now) { isTaken($0, &trouble) }
        } catch {
            throw noRandomBytes(error)
        }
        guard let number else { throw .journal(trouble ?? "no free order number") }
        return number
    }

    /// What can't be looked up counts as taken.
    private func isTaken(_ number: OrderNumber, _ trouble: inout String?) -> Bool {
        do {
            return try DeskMemory.isTaken(number, in: journal)
        } catch {
            trouble = "\(error)"
            return true
        }
    }

    /// `nonce_str` of a request that moves money.
    func newNonce() throws(OrderRejection) -> String {
        do {
            return try Nonce.make(random)
        } catch {
            throw noRandomBytes(error)
        }
    }

    /// What can be guessed must neither name an order nor sign a request.
    private func noRandomBytes(_ error: RandomError) -> OrderRejection {
        log.critical("nothing is sent without random bytes", metadata: ["cause": "\(error)"])
        return .noRandomBytes
    }

    private func check(
        _ amount: Fen, staffID: String?, body: String?, remark: String?, reference: String?, options: OrderOptions
    ) throws(OrderRejection) {
        guard amount > .zero else { throw .amountIsZero }
        guard amount <= min(configuration.deposit.maximum, .orderLimit) else {
            throw .aboveMaximum(configuration.deposit.maximum)
        }
        if let staffID, !configuration.staff.contains(where: { $0.id == staffID }) {
            throw .unknownStaff(staffID.printable)
        }
        try WireField.check([WireField("reference", reference, limit: 128)])
        try refuseCodes(
            in: [("body", body), ("remark", remark), ("reference", reference)] + options.typed)
    }

    /// Whatever people type must not bring a payment code into the journal or onto the wire.
    func refuseCodes(
        in typed: [(field: String, text: String?)]
    ) throws(OrderRejection) {
        for (field, text) in typed {
            guard let text, AuthorCode.isHeld(by: text, prefixes: configuration.codes) else { continue }
            throw .holdsPaymentCode(field: field)
        }
    }

    private func content(
        of request: FreezeRequest, number: OrderNumber, body: String, options: OrderOptions
    ) throws(OrderRejection) -> SecretBytes {
        let content = MicroFreezeRequest.FreezeContent(
            number: number.text, authorCode: request.code, fee: request.amount.value, body: body,
            remark: request.remark?.nonEmpty, options: options)
        let wire = MicroFreezeRequest(
            content: content, merchantKey: PayMerchantKey(configuration.merchant, platform: request.code.platform),
            client: OrderClient(
                freezing: configuration.till, staffID: request.staffID, address: gateway.sourceAddress),
            nonce: try newNonce())
        return try wire.bytes()
    }

    func writeIntent(
        _ event: DepositEvent, of number: OrderNumber
    ) throws(OrderRejection) {
        // A desk that is being closed makes no order any more.
        guard !Task.isCancelled else { throw OrderRejection(JournalError.closed) }
        do {
            try record(event, of: number)
        } catch {
            log.critical("the journal did not take an intent", metadata: ["cause": "\(error)"])
            throw OrderRejection(error)
        }
    }
}

extension String {
    /// Nil for an empty text: optional fields are left out, never sent empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}

/// An order whose intent is durable and whose bytes are fixed.
struct PreparedOrder: Sendable {
    let number: OrderNumber
    let interface: Interface
    /// The content as signed and sent; sent again, it is these bytes.
    let content: SecretBytes
    let asked: ExpectedOrder
    /// The base that the intent names.
    let base: GatewayBase
    /// When the clerk no longer waits for it, on the clock that is never set.
    let limit: Duration
    /// How much of the time since boot the machine had slept when it was made: it is not sent after another sleep.
    let suspended: Duration
    /// `time_expire` of a code that the customer scans, as it is sent.
    var expiry: Timestamp?
}

extension OrderOptions {
    /// Those of a request, checked for its platform, and the configured ones for what it leaves open.
    ///
    /// - Throws: when something was asked for that the platform does not take: it is never left out in silence.
    func completed(
        by defaults: TillConfiguration.DepositDefaults, on platform: PayPlatform
    ) throws(OrderRejection) -> OrderOptions {
        var whole = OrderOptions(detail: detail)
        switch platform {
        case .wechat:
            try refuse(["enable_pay_channels": payChannels], on: platform)
            whole.attach = (attach ?? defaults.attach)?.nonEmpty
            whole.goodsTag = (goodsTag ?? defaults.goodsTag)?.nonEmpty
            whole.limitPay = limitPay ?? defaults.limitPay
        case .alipay:
            try refuse(
                ["attach": attach, "goods_tag": goodsTag, "limit_pay": limitPay?.rawValue], on: platform)
            whole.payChannels = (payChannels ?? defaults.payChannels)?.nonEmpty
        }
        return whole
    }
}
