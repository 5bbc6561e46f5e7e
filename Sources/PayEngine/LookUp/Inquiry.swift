/// Asks the gateway about orders. Writes nothing.
struct Inquiry: Sendable {
    /// What a question brought.
    struct Finding<Order: AskedOrder>: Equatable, Sendable {
        var answer: Answer<Order>
        /// Who answered.
        var base: GatewayBase?
        var logID: UInt32?

        /// The order, where a valid answer held one.
        var order: Order? {
            if case .answered(_, let order) = answer { order } else { nil }
        }
    }

    let configuration: TillConfiguration
    let gateway: Gateway
    let random: any RandomSource
    /// The journal's own, for digests of payment codes; nil where there is none.
    let digestKey: [UInt8]?

    /// `query_freeze_order`
    func ask(_ asked: Asked, first base: GatewayBase? = nil) async -> Finding<FreezeOrder> {
        let delivery = await deliver(to: .queryFreezeOrder, first: base) { nonce in
            request(asked, releaseNumber: nil, nonce: nonce).bytes()
        }
        return finding(delivery, of: .queryFreezeOrder, asked: asked, as: FreezeOrderReply.self)
    }

    /// `query_unfreeze_order` about one release.
    func askRelease(_ asked: Asked, first base: GatewayBase? = nil) async -> Finding<Release> {
        let deposit = Asked(number: asked.deposit ?? asked.number, platform: asked.platform, fee: nil)
        let delivery = await deliver(to: .queryUnfreezeOrder, first: base) { nonce in
            request(deposit, releaseNumber: asked.number, nonce: nonce).bytes()
        }
        return finding(delivery, of: .queryUnfreezeOrder, asked: asked, as: UnfreezeHistoryReply.self)
    }

    /// `query_order` about one consume, and the deposit's sums where its state leaves open what happened.
    func askConsume(_ asked: Asked, first base: GatewayBase? = nil) async -> Finding<Consume> {
        let delivery = await deliver(to: .queryOrder, first: base) { nonce in
            TradeQueryRequest(
                number: asked.number.text,
                merchantKey: PayMerchantKey(configuration.merchant, platform: asked.platform),
                client: OrderClient(asking: configuration.till, address: gateway.sourceAddress), nonce: nonce
            ).bytes()
        }
        var finding = finding(delivery, of: .queryOrder, asked: asked, as: TradeOrderReply.self)
        guard case .answered(let verdict, var consume?) = finding.answer,
            verdict.status == 0, consume.isDecidedBySums(on: asked.platform), let deposit = asked.deposit
        else { return finding }
        let whole = Asked(number: deposit, platform: asked.platform, fee: asked.frozen, code: asked.code)
        let totals = await ask(whole, first: finding.base)
        switch Meaning(totals.answer, to: .query, asked: whole) {
        case .over: consume.depositSums = totals.order?.sums
        // Of a deposit that WeChat Pay calls unfrozen nothing is held any more.
        case .done where asked.platform == .alipay: consume.depositSums = totals.order?.sums
        case .done, .waiting, .refused, .notSent, .unknown, .askAgain, .notThere: break
        }
        finding.answer = .answered(verdict, consume)
        return finding
    }

    /// Reads the answer to anything that speaks of one order.
    func finding<Reply: OrderReply>(
        _ delivery: Delivery, of interface: Interface, asked: Asked, as reply: Reply.Type
    ) -> Finding<Reply.Order> {
        switch delivery.result {
        case .notConnected(let text): return Finding(answer: .notConnected(text))
        case .lost(let text): return Finding(answer: .lost(text), base: delivery.base)
        case .invalid(let invalid): return Finding(answer: .invalid(invalid), base: delivery.base)
        case .opened(let opened):
            let read = OrderAnswer<Reply>(
                opened, of: interface, asked: asked, merchant: configuration.merchant, trace: trace(of: asked))
            return Finding(answer: read.answer, base: delivery.base, logID: read.logID)
        }
    }

    /// `query_unfreeze_order`
    func history(_ asked: Asked, releaseNumber: OrderNumber?, first base: GatewayBase? = nil) async -> HistoryAnswer {
        let delivery = await deliver(to: .queryUnfreezeOrder, first: base) { nonce in
            request(asked, releaseNumber: releaseNumber, nonce: nonce).bytes()
        }
        switch delivery.result {
        case .notConnected(let text): return .undecided(.noConnection(text))
        case .lost(let text): return .undecided(.noAnswer(text))
        case .invalid(let invalid): return .undecided(.unbelievable(invalid))
        case .opened(let opened):
            let answer = HistoryAnswer(
                opened, asked: asked, merchant: configuration.merchant, trace: trace(of: asked))
            guard case .releases(let releases) = answer, let releaseNumber else { return answer }
            let isOnlyThat = releases.allSatisfy { $0.number == releaseNumber.text }
            return isOnlyThat ? answer : .undecided(.unbelievable(.otherOrder))
        }
    }

    private func trace(of asked: Asked) -> CodeTrace? {
        guard let code = asked.code, let digestKey else { return nil }
        return CodeTrace(code, key: digestKey)
    }

    /// Sends a question with a nonce of its own. Without random bytes for one nothing is sent, and the order stays what
    /// it is.
    private func deliver(
        to interface: Interface, first base: GatewayBase?, content: (String) -> [UInt8]
    ) async -> Delivery {
        let nonce: String
        do {
            nonce = try Nonce.make(random)
        } catch {
            return Delivery(result: .notConnected("\(error)"), base: nil)
        }
        return await gateway.deliver(SecretBytes(content(nonce)), to: interface, wanted: base)
    }

    private func request(_ asked: Asked, releaseNumber: OrderNumber?, nonce: String) -> OrderQueryRequest {
        OrderQueryRequest(
            number: asked.number.text, releaseNumber: releaseNumber?.text,
            merchantKey: PayMerchantKey(configuration.merchant, platform: asked.platform),
            client: OrderClient(asking: configuration.till, address: gateway.sourceAddress),
            nonce: nonce)
    }
}
