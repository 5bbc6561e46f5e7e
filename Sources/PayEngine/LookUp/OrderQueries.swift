/// Asks the gateway about orders; writes nothing.
struct OrderQueries: Sendable {
    let configuration: TillConfiguration
    let gateway: Gateway
    let random: any RandomSource
    /// The journal's own, for digests of payment codes; nil where there is none.
    let digestKey: [UInt8]?

    /// Asks about a freeze (`query_freeze_order`).
    func ask(_ asked: ExpectedOrder, first base: GatewayBase? = nil) async -> Response<Statement<FreezeOrder>> {
        let response = await deliver(to: .queryFreezeOrder, first: base) { nonce in
            request(asked, releaseNumber: nil, nonce: nonce).bytes()
        }
        return reader(of: asked).order(response, of: .queryFreezeOrder, asked: asked, as: FreezeOrderReply.self)
    }

    /// `query_unfreeze_order` about one release.
    func askRelease(_ asked: ExpectedOrder, first base: GatewayBase? = nil) async -> Response<Statement<Release>> {
        let deposit = ExpectedOrder(number: asked.deposit ?? asked.number, platform: asked.platform, fee: nil)
        let response = await deliver(to: .queryUnfreezeOrder, first: base) { nonce in
            request(deposit, releaseNumber: asked.number, nonce: nonce).bytes()
        }
        return reader(of: asked).order(response, of: .queryUnfreezeOrder, asked: asked, as: UnfreezeHistoryReply.self)
    }

    /// `query_order` about one consume, and the deposit's sums where its state leaves open what happened.
    func askConsume(_ asked: ExpectedOrder, first base: GatewayBase? = nil) async -> Response<Statement<Consume>> {
        let response = await deliver(to: .queryOrder, first: base) { nonce in
            TradeQueryRequest(
                number: asked.number.text,
                merchantKey: PayMerchantKey(configuration.merchant, platform: asked.platform),
                client: OrderClient(asking: configuration.till, address: gateway.sourceAddress), nonce: nonce
            ).bytes()
        }
        var read = reader(of: asked).order(response, of: .queryOrder, asked: asked, as: TradeOrderReply.self)
        guard case .answered(var statement) = read.answer, var consume = statement.subject,
            statement.verdict.status == 0, consume.isDecidedBySums(on: asked.platform), let deposit = asked.deposit
        else { return read }
        let whole = ExpectedOrder(number: deposit, platform: asked.platform, fee: asked.frozen, code: asked.code)
        let totals = await ask(whole, first: read.base)
        switch Meaning(totals.answer, to: .query, asked: whole) {
        case .over: consume.depositSums = totals.order()?.sums
        // Of a deposit that WeChat Pay calls unfrozen nothing is held any more.
        case .done where asked.platform == .alipay: consume.depositSums = totals.order()?.sums
        case .done, .waiting, .refused, .notSent, .unknown, .askAgain, .notThere: break
        }
        statement.subject = consume
        read.answer = .answered(statement)
        return read
    }

    /// Reads the answer to anything that was asked about this order.
    func reader(of asked: ExpectedOrder) -> AnswerReader {
        AnswerReader(merchant: configuration.merchant, trace: trace(of: asked))
    }

    /// `query_unfreeze_order` about all releases of a deposit, or one of them.
    func history(
        _ asked: ExpectedOrder, releaseNumber: OrderNumber?, first base: GatewayBase? = nil
    ) async -> Answer<Statement<[Release]>> {
        let response = await deliver(to: .queryUnfreezeOrder, first: base) { nonce in
            request(asked, releaseNumber: releaseNumber, nonce: nonce).bytes()
        }
        let answer = reader(of: asked).releases(response, asked: asked).answer
        guard let releaseNumber else { return answer }
        return answer.reading { statement throws(InvalidAnswer) in
            let isOnlyThat = statement.subject?.allSatisfy { $0.number == releaseNumber.text } ?? true
            guard isOnlyThat else { throw .otherOrder }
            return statement
        }
    }

    private func trace(of asked: ExpectedOrder) -> CodeTrace? {
        guard let code = asked.code, let digestKey else { return nil }
        return CodeTrace(code, key: digestKey)
    }

    /// Sends a question with a nonce of its own.
    ///
    /// Without random bytes for one nothing is sent, and the order stays what it is.
    private func deliver(
        to interface: Interface, first base: GatewayBase?, content: (String) -> [UInt8]
    ) async -> Response<Envelope.Opened> {
        let nonce: String
        do {
            nonce = try Nonce.make(random)
        } catch {
            return Response(answer: .notConnected("\(error)"))
        }
        return await gateway.deliver(SecretBytes(content(nonce)), to: interface, wanted: base)
    }

    private func request(_ asked: ExpectedOrder, releaseNumber: OrderNumber?, nonce: String) -> OrderQueryRequest {
        OrderQueryRequest(
            number: asked.number.text, releaseNumber: releaseNumber?.text,
            merchantKey: PayMerchantKey(configuration.merchant, platform: asked.platform),
            client: OrderClient(asking: configuration.till, address: gateway.sourceAddress),
            nonce: nonce)
    }
}
